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

/// Codes that are types to the very edge: a code that is none does not come in, and a missing case does not compile.
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$code_meta:meta])* $variant:ident = $code:literal,)* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
        $(#[$meta])*
        pub enum $name { $($(#[$code_meta])* #[doc = concat!("`", $code, "`.")] #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// As it stands in JSON.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
    };
}
