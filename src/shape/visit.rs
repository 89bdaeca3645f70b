use crate::value::path::Row;

/// Looks at members, whatever their type.
pub(crate) trait Visit<T> {
    fn member(&mut self, row: &'static Row, value: Option<&T>);
}

/// A structure whose members a visitor can look at one by one, in the order of the rows.
pub(crate) trait VisitMembers<V> {
    fn visit_members(&self, visitor: &mut V);
}
