//! A JSON document as its text has it: members in their order, doubled ones too, numbers by their digits.

use serde_json::value::RawValue;
use std::fmt::Write as _;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    #[track_caller]
    pub(crate) fn read(text: &str) -> Self {
        Self::try_read(text).unwrap_or_else(|| panic!("no JSON: {text}"))
    }

    /// Returns `None` if the text is not JSON, or has half a surrogate pair, which no string of Rust can hold.
    pub(crate) fn try_read(text: &str) -> Option<Self> {
        let raw: &RawValue = serde_json::from_str(text).ok()?;
        Builder(raw.get()).value()
    }

    pub(crate) fn write(&self, spelling: Spelling) -> String {
        let mut text = String::new();
        self.push(&mut text, spelling);
        text
    }

    fn push(&self, out: &mut String, spelling: Spelling) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => write!(out, "{value}").unwrap(),
            Self::Number(digits) => out.push_str(digits),
            Self::String(text) => spelling.push_string(out, text),
            Self::List(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    out.push_str(if index == 0 { spelling.whitespace() } else { "," });
                    value.push(out, spelling);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { spelling.whitespace() } else { "," });
                    spelling.push_string(out, name);
                    out.push_str(spelling.whitespace());
                    out.push(':');
                    value.push(out, spelling);
                    out.push_str(spelling.whitespace());
                }
                out.push('}');
            }
        }
    }

    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(other, _)| other == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value at the end of a JSON Pointer's tokens.
    pub(crate) fn resolve<'t>(&self, tokens: impl Iterator<Item = std::borrow::Cow<'t, str>>) -> Option<&Self> {
        let mut value = self;
        for token in tokens {
            value = match value {
                Self::Object(_) => value.member(&token)?,
                Self::List(values) => values.get(token.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    pub(crate) fn len(&self) -> usize {
        1 + match self {
            Self::List(values) => values.iter().map(Self::len).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.len()).sum(),
            _ => 0,
        }
    }

    /// The value of that number, counted from this one, which is 0, each before those that it holds.
    pub(crate) fn nth_mut(&mut self, number: usize) -> &mut Self {
        fn find<'t>(tree: &'t mut Tree, number: &mut usize) -> Option<&'t mut Tree> {
            if *number == 0 {
                return Some(tree);
            }
            *number -= 1;
            match tree {
                Tree::List(values) => values.iter_mut().find_map(|value| find(value, number)),
                Tree::Object(members) => members.iter_mut().find_map(|(_, value)| find(value, number)),
                _ => None,
            }
        }
        let mut number = number % self.len();
        find(self, &mut number).expect("a number below the count of all values")
    }
}

/// Ways to write the same document.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spelling {
    Short,
    /// With white space wherever it may be, and every character escaped.
    Long,
}

impl Spelling {
    fn whitespace(self) -> &'static str {
        match self {
            Self::Short => "",
            Self::Long => " \r\n\t",
        }
    }

    fn push_string(self, out: &mut String, text: &str) {
        match self {
            Self::Short => out.push_str(&serde_json::to_string(text).unwrap()),
            Self::Long => {
                out.push('"');
                text.encode_utf16().for_each(|unit| write!(out, "\\u{unit:04X}").unwrap());
                out.push('"');
            }
        }
    }
}

/// Takes apart, in one pass, what `serde_json` has found to be JSON.
struct Builder<'t>(&'t str);

impl<'t> Builder<'t> {
    fn value(&mut self) -> Option<Tree> {
        Some(match self.next_byte() {
            b'{' => {
                let mut members = Vec::new();
                while self.has_another(b'}') {
                    let name = self.string()?;
                    assert_eq!(self.take(1), ":");
                    members.push((name, self.value()?));
                }
                Tree::Object(members)
            }
            b'[' => {
                let mut values = Vec::new();
                while self.has_another(b']') {
                    values.push(self.value()?);
                }
                Tree::List(values)
            }
            b'"' => Tree::String(self.string()?),
            _ => match self.take(self.0.find([',', ']', '}', ' ', '\t', '\n', '\r']).unwrap_or(self.0.len())) {
                "null" => Tree::Null,
                "true" => Tree::Bool(true),
                "false" => Tree::Bool(false),
                number => Tree::Number(number.to_owned()),
            },
        })
    }

    fn next_byte(&mut self) -> u8 {
        self.0 = self.0.trim_start_matches([' ', '\t', '\n', '\r']);
        self.0.as_bytes()[0]
    }

    fn take(&mut self, len: usize) -> &'t str {
        self.next_byte();
        let (taken, rest) = self.0.split_at(len);
        self.0 = rest;
        taken
    }

    /// Steps over a bracket's opening or a comma, or over the end.
    fn has_another(&mut self, end: u8) -> bool {
        if self.next_byte() != end {
            self.take(1);
            // An empty list or object ends right after it began.
            if self.next_byte() != end {
                return true;
            }
        }
        self.take(1);
        false
    }

    fn string(&mut self) -> Option<String> {
        self.next_byte();
        let mut is_escaped = false;
        let end = self.0.bytes().skip(1).position(|byte| {
            let is_end = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            is_end
        });
        serde_json::from_str(self.take(end.expect("the string ends") + 2)).ok()
    }
}

/// A decimal number in a canonical form: its sign, its digits without zeros around them, and a power of ten.
pub(crate) fn decimal(text: &str) -> String {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |unsigned| ("-", unsigned));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let shortest = digits.trim_end_matches('0');
    if shortest.is_empty() {
        return "0".to_owned();
    }
    let exponent: i128 = exponent.parse().unwrap();
    let zeros = i128::try_from(digits.len() - shortest.len()).unwrap();
    let exponent = exponent - i128::try_from(fraction.len()).unwrap() + zeros;
    format!("{sign}{shortest}e{exponent}")
}
