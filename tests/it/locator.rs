//! From a pointer to the text that it names.

use crate::fixtures::{Fixture, valid};
use dynamodb_backup_model::JsonPointer;
use dynamodb_backup_model::json::Locator;
use serde_json::Value;

/// Every value of a document with its pointer.
fn values(document: &Value) -> Vec<(JsonPointer, &Value)> {
    fn collect<'v>(value: &'v Value, at: &JsonPointer, found: &mut Vec<(JsonPointer, &'v Value)>) {
        found.push((at.clone(), value));
        match value {
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    let mut at = at.clone();
                    at.push_index(index);
                    collect(value, &at, found);
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    let mut at = at.clone();
                    at.push_member(name);
                    collect(value, &at, found);
                }
            }
            _ => {}
        }
    }

    let mut found = Vec::new();
    collect(document, &JsonPointer::root(), &mut found);
    found
}

/// Line and column by counting, from the start of the text.
fn counted(text: &str, offset: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for (at, char) in text.char_indices() {
        if at == offset {
            return (line, column);
        }
        (line, column) = if char == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    assert_eq!(offset, text.len());
    (line, column)
}

#[track_caller]
fn every_pointer_finds_its_value(text: &str) {
    let document: Value = serde_json::from_str(text).unwrap();
    let locator = Locator::new(text);
    for (pointer, value) in values(&document) {
        let found = locator.locate(&pointer);
        let slice = &text[found.range.clone()];
        assert_eq!(serde_json::from_str::<Value>(slice).unwrap(), *value, "{pointer}");
        assert_eq!(slice.trim(), slice, "{pointer}");
        assert_eq!(found.offset, found.range.start, "{pointer}");
        assert_eq!((found.line, found.column), counted(text, found.offset), "{pointer}");
    }
}

#[test]
fn every_pointer_finds_its_value_in_every_fixture() {
    for Fixture { text, .. } in valid() {
        let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
        every_pointer_finds_its_value(&text);
        every_pointer_finds_its_value(&pretty);
        every_pointer_finds_its_value(&pretty.replace('\n', "\r\n"));
        every_pointer_finds_its_value(&pretty.replace("\n ", "\n\t"));
    }
}

#[test]
fn every_pointer_finds_its_value_with_any_member_names() {
    for text in [
        r#"{"":{"":[[],{},""]},"/":1,"~":2,"~1":3,"~0":4,"a/b~c":{"~01":5}}"#,
        r#"{"\"":{"\\":{"\n":1}},"\u0061b":"\"","{":"}","[":"]",":":",","é𝄞":"é𝄞"}"#,
        r#"{"a":"é𝄞","b":"\u00e9","c":[ "é" , 1.5e-3,-0,true,false,null ]}"#,
        "\n\r\n\t[ 1 ,\n{\"ключ\"\n:\n\"значение\" }\r\n, [ ] ]\n ",
        "7",
        "\"\"",
    ] {
        every_pointer_finds_its_value(text);
    }
}

#[test]
fn columns_are_right_on_both_sides_of_every_length() {
    // Lines of each length around powers of two, with characters of one to four bytes.
    for unit in ["a", "é", "€", "𝄞"] {
        for length in (0..20).chain(120..140).chain(250..260).chain(510..514) {
            every_pointer_finds_its_value(&format!("{{\"a\":\"{}\",\n\"b\":[\"{0}\", 1]}}", unit.repeat(length)));
        }
    }
}

#[track_caller]
fn located(text: &str, pointer: &str) -> String {
    text[Locator::new(text).locate(&pointer.parse().unwrap()).range].to_owned()
}

#[test]
fn an_absent_value_is_at_its_nearest_ancestor() {
    let text = r#"{"a": {"b": [10, {"c": null}]}, "d": "x"}"#;
    for (pointer, found) in [
        ("", text),
        ("/x", text),
        ("/x/y/z", text),
        ("/a/x", r#"{"b": [10, {"c": null}]}"#),
        ("/a/b/2", r#"[10, {"c": null}]"#),
        ("/a/b/2/c", r#"[10, {"c": null}]"#),
        ("/a/b/x", r#"[10, {"c": null}]"#),
        ("/a/b/-", r#"[10, {"c": null}]"#),
        ("/a/b/1/x", r#"{"c": null}"#),
        ("/a/b/1/c/0", "null"),
        ("/d/0", "\"x\""),
        ("/A", text),
    ] {
        assert_eq!(located(text, pointer), found, "{pointer}");
    }
}

#[test]
fn an_absent_value_is_not_found() {
    let text = "{\"a\": {\"b\": [10,\n {\"c\": null}]}}";
    let locator = Locator::new(text);
    for pointer in ["", "/a", "/a/b", "/a/b/0", "/a/b/1", "/a/b/1/c"] {
        let pointer = pointer.parse().unwrap();
        assert_eq!(locator.find(&pointer), Some(locator.locate(&pointer)));
    }
    for pointer in ["/x", "/a/x", "/a/b/2", "/a/b/01", "/a/b/0/x", "/a/b/1/c/d"] {
        assert_eq!(locator.find(&pointer.parse().unwrap()), None, "{pointer}");
    }
    assert_eq!(locator.find(&"/a/b/1".parse().unwrap()).unwrap().to_string(), "2:2");
    assert_eq!(Locator::new(" ").find(&JsonPointer::root()), None);
}

#[test]
fn an_index_has_no_leading_zeros() {
    let text = r#"[0,1,2,{"01":"a","+1":"b"}]"#;
    for pointer in ["/00", "/01", "/+1", "/-1", "/1.0", "/ 1", "/", "/4", "/18446744073709551616"] {
        assert_eq!(located(text, pointer), text, "{pointer}");
    }
    assert_eq!(located(text, "/1"), "1");
    assert_eq!(located(text, "/3/01"), "\"a\"");
    assert_eq!(located(text, "/3/+1"), "\"b\"");
}

#[test]
fn values_before_a_syntax_error_have_locations() {
    for text in
        ["", " ", "\"", "\"a", "{", "[", "}", "]", "{\"", "{\"a", "{\"a\"", "{\"a\":", "[1,", ",", ":", "é", "{:1}"]
    {
        let locator = Locator::new(text);
        for pointer in ["", "/a", "/0", "/a/0"] {
            let found = locator.locate(&pointer.parse().unwrap());
            assert!(text.get(found.range.clone()).is_some(), "{text:?} {pointer}");
            assert_eq!((found.line, found.column), counted(text, found.offset), "{text:?} {pointer}");
        }
    }
}

/// Where its end is missing, the members on the following lines are found.
#[test]
fn a_string_ends_with_its_line() {
    let text = "{\"a\": \"x,\n\"b\": [1]}";
    assert_eq!(located(text, "/a"), "\"x,");
    assert_eq!(located(text, "/b/0"), "1");
    // An escape may not continue it.
    assert_eq!(located("{\"a\": \"x\\\n\"b\": 2}", "/b"), "2");
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let text = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let found = Locator::new(&text).locate(&"/0".repeat(200_000).parse().unwrap());
    assert_eq!(&text[found.range], "1");
}

/// If a lookup on a long line, or making the locator, took quadratic time, this test would take half an hour.
#[test]
fn locating_takes_linear_time() {
    let count = 200_000;
    let text = format!("[{}]", vec!["\"é\""; count].join(","));
    let locator = Locator::new(&text);
    for index in 0..count {
        let found = locator.locate(&format!("/{index}").parse().unwrap());
        assert_eq!((found.line, found.column), (1, 2 + 4 * index));
    }
}

/// The same for the members of an object, at the greatest depth that is read. Each value is the name of another member.
#[test]
fn locating_members_takes_linear_time() {
    let (count, depth) = (50_000, 126);
    let members: Vec<String> = (0..count).map(|index| format!("\"{index:06}\":\"{:06}\"", index ^ 1)).collect();
    let text = format!("{}{{{}}}", "[".repeat(depth), members.join(","));
    let locator = Locator::new(&text);
    for index in 0..count {
        let found = locator.find(&format!("{}/{index:06}", "/0".repeat(depth)).parse().unwrap());
        assert_eq!(found.unwrap().offset, depth + 1 + 18 * index + 9);
    }
}

/// More levels than a document may have, between other members.
#[test]
fn members_beside_a_value_of_too_many_levels_are_found() {
    let members = |range: std::ops::Range<u8>| range.map(|index| format!("\"{index}\":{index}")).collect::<Vec<_>>();
    for levels in 120..140 {
        let deep = format!("\"deep\":{}{}", "[".repeat(levels), "]".repeat(levels));
        let text = format!("{{{}}}", [members(0..40), vec![deep], members(40..80)].concat().join(","));
        for index in 0..80 {
            assert_eq!(located(&text, &format!("/{index}")), index.to_string(), "{levels}");
        }
    }
}

#[test]
fn punctuation_is_not_a_value() {
    for (text, pointer) in
        [("[,1]", "/0"), ("[]", "/0"), ("{\"a\":}", "/a"), ("{\"a\":,1}", "/a"), (",", ""), ("]", "")]
    {
        assert_eq!(Locator::new(text).find(&pointer.parse().unwrap()), None, "{text}");
    }
}

/// JSON forbids them, but they appear in documents that were copied by hand.
#[test]
fn control_characters_in_a_member_name_are_accepted() {
    let text = "{\"a\tb\": 1, \"c\u{1}\": [2]}";
    let locator = Locator::new(text);
    for (name, value) in [("a\tb", "1"), ("c\u{1}", "[2]")] {
        let mut pointer = JsonPointer::root();
        pointer.push_member(name);
        assert_eq!(&text[locator.locate(&pointer).range], value);
    }
}

/// Lists and objects of many kilobytes, some of them within each other, among values of every length.
fn long_document() -> Value {
    let names = |count: usize| -> Value {
        let name = |number: usize| format!("{}{number}", ["k", "é", "𝄞", "\n", "\"", "/~", ""][number % 7]);
        (0..count).map(|number| (name(number), Value::from(number))).collect::<serde_json::Map<_, _>>().into()
    };
    let deep = |levels: usize| (0..levels).fold(Value::from("x"), |inner, _| serde_json::json!([[], inner, {}]));
    let element = |number: usize| match number % 9 {
        0 => Value::from(number),
        1 => Value::from("é".repeat(number)),
        2 => Value::from(r#"]},"[{:"#.repeat(number % 50)),
        3 => names(number % 80),
        4 => deep(number % 40),
        5 => Value::Array(vec![Value::from(1); number % 300]),
        6 => serde_json::json!({"": [], "a": {"b": "x".repeat(number), "c": [1, 2]}, "last": null}),
        7 => Value::Array((0..number % 5).map(|count| names(31 + count)).collect()),
        _ => serde_json::json!([]),
    };
    serde_json::json!({"many": names(300), "list": (0..400).map(element).collect::<Vec<_>>(), "z": {"z": [7]}})
}

#[test]
fn every_pointer_names_its_value_in_a_long_text() {
    let document = long_document();
    let compact = document.to_string();
    let escaped = compact.replace('é', r"\u00e9").replace('𝄞', r"\ud834\uDD1E").replace(r#""k"#, r#""\u006B"#);
    let spaced = serde_json::to_string_pretty(&document).unwrap().replace("[\n", &("[".to_owned() + &" ".repeat(700)));
    assert!(compact.len() > 100_000 && escaped != compact, "{}", compact.len());
    let values = values(&document);
    for text in [compact, escaped, spaced] {
        let locator = Locator::new(&text);
        for (number, (pointer, value)) in values.iter().enumerate() {
            let found = locator.find(pointer).unwrap_or_else(|| panic!("{pointer}"));
            assert_eq!(&serde_json::from_str::<Value>(&text[found.range.clone()]).unwrap(), *value, "{pointer}");
            if number % 200 == 0 {
                assert_eq!((found.line, found.column), counted(&text, found.offset), "{pointer}");
            }
        }
        for pointer in ["/many/k300", "/many/", "/many/k", "/list/400", "/list/3/x", "/z/z/1", "/z/a"] {
            assert_eq!(locator.find(&pointer.parse().unwrap()), None, "{pointer}");
        }
    }
}

#[test]
fn half_of_a_surrogate_pair_in_a_name_hides_nothing() {
    let text = r#"{"\ud834":1,"\ud834x":2,"\ud834\u0041":3,"\u00":4,"\":5,"a":6}"#;
    let locator = Locator::new(text);
    for (name, value) in [("\u{FFFD}", "1"), ("\u{FFFD}x", "2"), ("\u{FFFD}A", "3")] {
        let pointer = format!("/{name}").parse().unwrap();
        assert_eq!(&text[locator.locate(&pointer).range], value, "{name}");
    }
}

#[test]
fn elements_of_an_unclosed_list_of_any_length_are_found() {
    let long = format!("[{}", "1,".repeat(70_000));
    for power in [1 << 12, 1 << 16] {
        for offset in [0, 1, 127, 128, 129, 130, 131, 255, 256, 257, 258, 259] {
            let count = power / 2 - 129 + offset;
            let text = &long[..2 * count];
            let locator = Locator::new(text);
            let at = |index: usize| locator.find(&format!("/{index}").parse().unwrap()).map(|found| found.range);
            assert_eq!(at(count - 1), Some(2 * count - 1..2 * count), "{count}");
            assert_eq!(at(count), None, "{count}");
        }
    }
}
