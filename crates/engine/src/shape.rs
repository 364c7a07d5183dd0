//! What every shape that leaves or enters the engine has in common.

/// Fields are in camel case, what is absent is `null`, and the JSON Schema and TypeScript's types are made from the same lines.
macro_rules! shape {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $ty:ty,)* }) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
        #[cfg_attr(feature = "tsify", tsify(missing_as_null, hashmap_as_object))]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* pub $field: $ty,)* }
    };
}
