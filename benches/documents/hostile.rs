//! Documents that take much time or memory for their size: each shape in any size.

/// A shape of documents.
pub(crate) struct Shape {
    /// What is repeated, and where.
    pub(crate) name: String,
    head: String,
    tail: String,
    separator: &'static str,
    unit: Unit,
}

/// What is repeated: the text of each number.
enum Unit {
    Same(String),
    Numbered(fn(usize) -> String),
}

impl Shape {
    /// A document of this shape, of at least so many bytes.
    // The test does not use it.
    #[allow(dead_code)]
    pub(crate) fn document(&self, bytes: usize) -> String {
        self.repeat(|units, length| units > 0 && length >= bytes)
    }

    /// Such a document that repeats one more than a power of two: a list has room for nearly twice as many.
    pub(crate) fn document_just_over(&self, bytes: usize) -> String {
        self.repeat(|units, length| length >= bytes && (units.max(2) - 1).is_power_of_two())
    }

    fn repeat(&self, is_enough: impl Fn(usize, usize) -> bool) -> String {
        let mut text = self.head.clone();
        let mut units = 0;
        while !is_enough(units, text.len() + self.tail.len()) {
            if units > 0 {
                text.push_str(self.separator);
            }
            match &self.unit {
                Unit::Same(unit) => text.push_str(unit),
                Unit::Numbered(unit) => text.push_str(&unit(units)),
            }
            units += 1;
        }
        text + &self.tail
    }
}

/// A list of a response, and what is around it.
fn list(name: &str) -> [String; 2] {
    let path: &[&str] = match name {
        "GlobalSecondaryIndexes" | "LocalSecondaryIndexes" | "VectorIndexes" => {
            &["BackupDescription", "SourceTableFeatureDetails"]
        }
        "KeySchema" => &["BackupDescription", "SourceTableDetails"],
        _ => &[],
    };
    let outer: Vec<String> = path.iter().map(|name| format!(r#"{{"{name}":"#)).collect();
    [format!(r#"{}{{"{name}":["#, outer.concat()), "]}".to_owned() + &"}".repeat(path.len())]
}

/// Members of the response's details.
fn members() -> [String; 2] {
    [r#"{"BackupDescription":{"BackupDetails":{"#.into(), "}}}".into()]
}

fn unknown(name: &str) -> [String; 2] {
    let [head, tail] = members();
    [format!(r#"{head}"New":{name}"#), tail]
}

/// Each number once, in an order that is neither rising nor falling.
fn scattered(number: usize) -> u32 {
    u32::try_from(number).unwrap().wrapping_mul(2_654_435_761)
}

fn list_of(count: usize, element: &str) -> String {
    format!("[{}]", vec![element; count].join(","))
}

/// All shapes.
pub(crate) fn shapes() -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut add = |name: String, [head, tail]: [String; 2], separator, unit| {
        shapes.push(Shape { name, head, tail, separator, unit });
    };
    known_lists(&mut add);
    lists_of_distinct_elements(&mut add);
    unknown_lists(&mut add);
    unknown_objects(&mut add);
    strings(&mut add);
    inputs(&mut add);
    shapes
}

/// Takes a shape: its name, what is around its units, what separates them, and the unit.
type Add<'a> = &'a mut dyn FnMut(String, [String; 2], &'static str, Unit);

fn known_lists(add: Add<'_>) {
    let elements: [(&str, &[&str]); 5] = [
        (
            "GlobalSecondaryIndexes",
            &[
                "{}",
                r#"{"":0}"#,
                r#"{"IndexName":""}"#,
                r#"{"IndexName":null}"#,
                r#"{"KeySchema":[]}"#,
                r#"{"KeySchema":[{}]}"#,
                r#"{"KeySchema":[{"KeyType":""}]}"#,
                r#"{"Projection":{}}"#,
                r#"{"Projection":[]}"#,
                r#"{"Projection":{"NonKeyAttributes":[]}}"#,
                r#"{"Projection":{"NonKeyAttributes":[""]}}"#,
                r#"{"ProvisionedThroughput":{}}"#,
                r#"{"ProvisionedThroughput":{},"OnDemandThroughput":{},"Projection":{}}"#,
            ],
        ),
        ("LocalSecondaryIndexes", &["{}", r#"{"IndexName":""}"#, r#"{"KeySchema":[{}]}"#, r#"{"Projection":{}}"#]),
        (
            "VectorIndexes",
            &[
                "{}",
                r#"{"Dimensions":1}"#,
                r#"{"SearchSchema":[{}]}"#,
                r#"{"SearchSchema":[]}"#,
                r#"{"VectorAttribute":{}}"#,
                r#"{"VectorAttribute":{"AttributeName":""}}"#,
            ],
        ),
        ("KeySchema", &["{}", r#"{"KeyType":""}"#, r#"{"KeyType":null}"#, r#"{"AttributeName":""}"#]),
        (
            "BackupSummaries",
            &["{}", r#"{"BackupArn":""}"#, r#"{"TableName":""}"#, r#"{"TableName":null}"#, r#"{"BackupSizeBytes":-1}"#],
        ),
    ];
    for (name, elements) in elements {
        for element in elements {
            add(format!("{name} of `{element}`"), list(name), ",", Unit::Same((*element).into()));
        }
    }
    // One more than a power of two: a list of the doubled room holds hardly more.
    for (name, count, member, element) in [
        ("GlobalSecondaryIndexes", 5, "KeySchema", "{}"),
        ("GlobalSecondaryIndexes", 17, "KeySchema", "{}"),
        ("GlobalSecondaryIndexes", 65, "KeySchema", "{}"),
        ("GlobalSecondaryIndexes", 513, "KeySchema", "{}"),
        ("LocalSecondaryIndexes", 513, "KeySchema", "{}"),
        ("VectorIndexes", 513, "SearchSchema", "{}"),
        ("GlobalSecondaryIndexes", 513, "KeySchema", r#"{"KeyType":""}"#),
    ] {
        let index = format!(r#"{{"{member}":{}}}"#, list_of(count, element));
        add(format!("{name}, each {member} of {count} `{element}`"), list(name), ",", Unit::Same(index));
    }
    for count in [5, 513] {
        let index = format!(r#"{{"Projection":{{"NonKeyAttributes":{}}}}}"#, list_of(count, r#""""#));
        let name = format!(r#"GlobalSecondaryIndexes, each with {count} projected names `""`"#);
        add(name, list("GlobalSecondaryIndexes"), ",", Unit::Same(index));
    }
}

/// Known lists whose elements all differ.
fn lists_of_distinct_elements(add: Add<'_>) {
    add(
        "KeySchema of many names".into(),
        list("KeySchema"),
        ",",
        Unit::Numbered(|number| format!(r#"{{"AttributeName":"{:x}"}}"#, scattered(number))),
    );
    add(
        "GlobalSecondaryIndexes of many names".into(),
        list("GlobalSecondaryIndexes"),
        ",",
        Unit::Numbered(|number| format!(r#"{{"IndexName":"{:x}"}}"#, scattered(number))),
    );
    add(
        "GlobalSecondaryIndexes of many keys".into(),
        list("GlobalSecondaryIndexes"),
        ",",
        Unit::Numbered(|number| {
            format!(r#"{{"KeySchema":[{{"AttributeName":"{:x}","KeyType":"HASH"}}]}}"#, scattered(number))
        }),
    );
    add(
        "VectorIndexes of many attributes".into(),
        list("VectorIndexes"),
        ",",
        Unit::Numbered(|number| {
            format!(r#"{{"VectorAttribute":{{"AttributeName":"{:x}"}},"Dimensions":{number}}}"#, scattered(number))
        }),
    );
    add(
        "BackupSummaries of many tables".into(),
        list("BackupSummaries"),
        ",",
        Unit::Numbered(|number| format!(r#"{{"BackupArn":"{:x}","TableName":"{number}"}}"#, scattered(number))),
    );
    let [head, tail] = list("GlobalSecondaryIndexes");
    let projected = || {
        [format!(r#"{head}{{"Projection":{{"ProjectionType":"INCLUDE","NonKeyAttributes":["#), format!("]}}}}{tail}")]
    };
    add(r#"projected names `""`"#.into(), projected(), ",", Unit::Same(r#""""#.into()));
    add(
        "projected names, many".into(),
        projected(),
        ",",
        Unit::Numbered(|number| format!(r#""{:x}""#, scattered(number))),
    );
    add("projected names, in order".into(), projected(), ",", Unit::Numbered(|number| format!(r#""{number:07}""#)));
    add(
        "projected names of 25 characters".into(),
        projected(),
        ",",
        Unit::Numbered(|number| format!(r#""{:025}""#, scattered(number))),
    );
    add(
        "projected names of 300 characters".into(),
        projected(),
        ",",
        Unit::Numbered(|number| format!(r#""{:0300}""#, scattered(number))),
    );
}

fn unknown_lists(add: Add<'_>) {
    for element in [
        "1",
        "0.5",
        "1e9",
        "-1",
        "18446744073709551615",
        "null",
        "true",
        r#""""#,
        r#""a""#,
        r#""aaaaaaaaaaaaaaaaaaaaaaaaa""#,
        r#""\n""#,
        "[]",
        "{}",
        "[1]",
        "[[]]",
        "[[[[]]]]",
        "[1,1,1,1,1]",
        r#"{"":0}"#,
        r#"{"":{}}"#,
        r#"{"":[]}"#,
        r#"{"a":0,"b":0}"#,
        r#"[{"":[{}]}]"#,
    ] {
        add(
            format!("unknown list of `{element}`"),
            {
                let [head, tail] = unknown("[");
                [head, format!("]{tail}")]
            },
            ",",
            Unit::Same(element.into()),
        );
    }
}

fn unknown_objects(add: Add<'_>) {
    add("unknown members in order".into(), members(), ",", Unit::Numbered(|number| format!(r#""{number:07}":0"#)));
    add(
        "unknown members, many".into(),
        members(),
        ",",
        Unit::Numbered(|number| format!(r#""{:x}":0"#, scattered(number))),
    );
    add(
        "unknown members of 25 characters".into(),
        members(),
        ",",
        Unit::Numbered(|number| format!(r#""{:025}":0"#, scattered(number))),
    );
    add(
        "unknown members that are objects".into(),
        members(),
        ",",
        Unit::Numbered(|number| format!(r#""{:x}":{{"":0}}"#, scattered(number))),
    );
    for (name, open, close, levels) in [
        ("lists", "[", "]", 120),
        ("objects", r#"{"":"#, "}", 120),
        ("objects with a member before", r#"{"a":0,"b":"#, "}", 120),
        ("lists with an element before", "[0,", "]", 120),
        ("objects in lists", r#"[{"":"#, "}]", 60),
    ] {
        let nested = open.repeat(levels) + "0" + &close.repeat(levels);
        let [head, tail] = unknown("[");
        add(format!("unknown, 120 levels of {name}"), [head, format!("]{tail}")], ",", Unit::Same(nested));
    }
}

fn strings(add: Add<'_>) {
    let string = |name: &str| {
        let [head, tail] = members();
        [format!(r#"{head}"{name}":""#), format!(r#""{tail}"#)]
    };
    for member in ["New", "BackupName", "BackupArn", "BackupStatus", "BackupCreationDateTime"] {
        add(format!("one string, as {member}"), string(member), "", Unit::Same("a".into()));
        add(format!("one string of escapes, as {member}"), string(member), "", Unit::Same(r"\n".into()));
    }
    let [head, tail] = members();
    add("one name".into(), [format!(r#"{head}""#), format!(r#"":0{tail}"#)], "", Unit::Same("a".into()));
    add("one number".into(), unknown("0."), "", Unit::Same("1".into()));
}

/// What is no document, or many.
fn inputs(add: Add<'_>) {
    for unit in [
        "[",
        "[[",
        r#"{"":"#,
        r#"[{"":"#,
        r#"{"BackupDescription":"#,
        "]",
        "1,",
        "\"\",",
        "\n",
        "{}\n",
        "[\n",
        "1\n",
        "[1]\n",
        "{\"a\":[\n",
        "\"a\n",
        "é",
    ] {
        add(
            format!("`{}…`", unit.escape_debug().to_string().replace(r#"\""#, "\"")),
            [String::new(), String::new()],
            "",
            Unit::Same(unit.into()),
        );
    }
    for (open, element) in
        [("[", "1"), ("[", "[]"), ("[", "{}"), ("[", r#"{"BackupDescription":{}}"#), ("[", "{\"a\":[\n")]
    {
        add(
            format!("`[{0},{0},…]`", element.escape_debug().to_string().replace(r#"\""#, "\"")),
            [open.into(), "]".into()],
            ",",
            Unit::Same(element.into()),
        );
    }
}
