//! Limits that are not the current ones.

use super::document::{Document, global, key, list, local, music, names, papers, vector};
use dynamodb_backup_model::Limits;
use serde_json::{Value, json};

/// One more than the current limit is fine where the limit is raised, and the current one too many where it is lowered.
#[track_caller]
fn holds<T: TryFrom<usize>>(
    document: impl Fn(usize) -> Document,
    today: usize,
    limit: impl Fn(&mut Limits) -> &mut T,
    expected: &str,
) {
    let with = |count: usize, most: usize| {
        document(count).limits(|limits| *limit(limits) = T::try_from(most).ok().expect("a small number"))
    };
    document(today).violates_nothing();
    document(today + 1).violates(&[expected]);
    with(today + 1, today + 1).violates_nothing();
    with(today + 2, today + 1).violates(&[expected]);
    with(today - 1, today - 1).violates_nothing();
    with(today, today - 1).violates(&[expected]);
}

/// `a0 HASH, a1 HASH, …, b0 RANGE, b1 RANGE, …`
fn keyed(hashes: usize, ranges: usize) -> Document {
    let hashes = (0..hashes).map(|number| format!("a{number} HASH"));
    let ranges = (0..ranges).map(|number| format!("b{number} RANGE"));
    music().set("global/0/KeySchema", key(&hashes.chain(ranges).collect::<Vec<_>>().join(", ")))
}

#[test]
fn each_limit_can_be_raised_and_lowered() {
    let hash = "key-schema-hash-count@global/0/KeySchema";
    holds(|count| keyed(count, 1), 4, |limits| &mut limits.gsi_hash_elements, hash);
    let range = "key-schema-range-count@global/0/KeySchema";
    holds(|count| keyed(1, count), 4, |limits| &mut limits.gsi_range_elements, range);
    let locals = |count| music().set("local", list(count, |number| local(number, 0)));
    holds(locals, 5, |limits| &mut limits.local_secondary_indexes, "lsi-count@local");
    let globals = |count| music().set("global", list(count, |number| global(number, 0)));
    holds(globals, 20, |limits| &mut limits.global_secondary_indexes, "gsi-count@global");
    let count = "projection-attributes-count@global/0/Projection/NonKeyAttributes";
    let named = |count| music().set("global/0/Projection/NonKeyAttributes", names(count));
    holds(named, 20, |limits| &mut limits.non_key_attributes, count);
    let vectors = |count| papers().set("vector", list(count, |number| vector(number, "emb")));
    holds(vectors, 5, |limits| &mut limits.vector_indexes, "vector-count@vector");
    let dimensions = "vector-dimensions-quota@vector/0/Dimensions";
    let sized = |count: usize| papers().set("vector", vec![vector(0, "emb")]).set("vector/0/Dimensions", count);
    holds(sized, 4096, |limits| &mut limits.vector_dimensions, dimensions);
    let filter = |number| json!({"AttributeName": format!("a{number}"), "SearchSchemaElementType": "INLINE_FILTER"});
    let filters = |count| papers().set("vector/0/SearchSchema", list(count, filter));
    let filter_quota = "vector-search-schema-filter-quota@vector/0/SearchSchema";
    holds(filters, 18, |limits| &mut limits.vector_inline_filters, filter_quota);
}

/// That many names over the local indexes, each of 20 at most, and over global ones.
fn projecting(in_local: usize, in_global: usize) -> Document {
    let part = |total: usize, number: usize| total.saturating_sub(20 * number).min(20);
    music()
        .set("local", list(in_local.div_ceil(20), |number| local(number, part(in_local, number))))
        .set("global", list(in_global.div_ceil(20), |number| global(number, part(in_global, number))))
}

#[test]
fn the_totals_of_projected_names_can_be_raised_and_lowered() {
    let globals = |count| projecting(0, count);
    let both = "projected-attributes-total@features";
    holds(globals, 100, |limits| &mut limits.non_key_attributes_total, both);
    let mixed = |count| projecting(30, count - 30);
    holds(mixed, 100, |limits| &mut limits.non_key_attributes_total, both);

    // With room for more local indexes, and for more names over all.
    let locals = |count| {
        projecting(count, 20).limits(|limits| {
            limits.local_secondary_indexes = 6;
            limits.non_key_attributes_total = 122;
        })
    };
    holds(locals, 100, |limits| &mut limits.lsi_non_key_attributes_total, "lsi-projected-attributes-total@local");
}

#[test]
fn the_limits_from_before_november_2025_allow_no_multi_attribute_keys() {
    let before = |hashes, ranges| keyed(hashes, ranges).limits(|limits| *limits = Limits::BEFORE_2025_11);
    let [hash, range] = ["key-schema-hash-count@global/0/KeySchema", "key-schema-range-count@global/0/KeySchema"];
    before(1, 0).violates_nothing();
    before(1, 1).violates_nothing();
    before(2, 1).violates(&[hash]);
    before(1, 2).violates(&[range]);
    before(2, 2).violates(&[hash, range]);
    before(0, 1).violates(&[hash]);
    keyed(2, 2).violates_nothing();
}

#[test]
fn the_default_limits() {
    assert_eq!(Limits::default(), Limits::CURRENT);
    insta::assert_debug_snapshot!((Limits::CURRENT, Limits::BEFORE_2025_11));
}

#[test]
fn limits_round_trip_through_serde() {
    let mut limits = Limits::BEFORE_2025_11;
    limits.vector_dimensions = -1;
    limits.max_violations = 7;
    limits.wire_timestamps = true;
    let value = serde_json::to_value(&limits).unwrap();
    assert_eq!(
        value,
        json!({
            "gsi_hash_elements": 1, "gsi_range_elements": 1, "local_secondary_indexes": 5,
            "global_secondary_indexes": 20, "non_key_attributes": 20, "lsi_non_key_attributes_total": 100,
            "non_key_attributes_total": 100, "vector_indexes": 5, "vector_dimensions": -1,
            "vector_inline_filters": 18, "wire_timestamps": true, "max_violations": 7,
        })
    );
    assert_eq!(serde_json::from_value::<Limits>(value).unwrap(), limits);
    assert_eq!(rmp_serde::from_slice::<Limits>(&rmp_serde::to_vec(&limits).unwrap()).unwrap(), limits);
    let yaml = serde_norway::to_string(&limits).unwrap();
    assert_eq!(serde_norway::from_str::<Limits>(&yaml).unwrap(), limits);
}

/// Each field alone, so that none can be read into another.
#[test]
fn absent_fields_of_limits_default() {
    assert_eq!(serde_json::from_str::<Limits>("{}").unwrap(), Limits::CURRENT);
    let Value::Object(current) = serde_json::to_value(Limits::CURRENT).unwrap() else { panic!("not an object") };
    for name in current.keys() {
        let other = if current[name].is_boolean() { json!(true) } else { json!(77) };
        let limits: Limits = serde_json::from_value(json!({ name: other })).unwrap();
        let mut expected = current.clone();
        expected[name] = other;
        assert_eq!(serde_json::to_value(limits).unwrap(), Value::Object(expected));
    }
}

#[test]
fn limits_with_unknown_duplicate_or_malformed_fields_are_refused() {
    let error = |text: &str| serde_json::from_str::<Limits>(text).expect_err(text).to_string();
    let message = error(r#"{"gsis": 50}"#);
    assert!(message.starts_with("unknown field `gsis`, expected one of `gsi_hash_elements`, "), "{message}");
    let Value::Object(current) = serde_json::to_value(Limits::CURRENT).unwrap() else { panic!("not an object") };
    for (name, value) in &current {
        let duplicate = error(&format!(r#"{{"{name}":{value},"{name}":{value}}}"#));
        assert!(duplicate.starts_with(&format!("duplicate field `{name}`")), "{duplicate}");
    }
    for text in
        ["[]", "5", "null", r#"{"vector_indexes": -1}"#, r#"{"vector_indexes": "5"}"#, r#"{"vector_indexes": null}"#]
    {
        assert!(error(text).starts_with("invalid "), "{text}");
    }
    assert!(error("[]").contains("expected an object with limits"));
}
