//! The macro that turns a rule's file into data.

/// Writes a rule's file and its doc comment into a [`Rule`].
macro_rules! rule {
    (
        $(#[doc = $line:literal])*
        $code:literal $name:literal $severity:ident
        title: $title_vi:literal / $title_en:literal,
        message: $message_vi:literal / $message_en:literal,
        $(told: $told_vi:literal / $told_en:literal,)?
        hint: $hint_vi:literal / $hint_en:literal,
        $(office: $office_vi:literal / $office_en:literal,)?
        $(values: [$($value:literal),* $(,)?],)?
        check: $scope:ident($check:expr) $(,)?
    ) => {
        $(#[doc = $line])*
        pub const RULE: $crate::rules::Rule = $crate::rules::Rule {
            code: $code,
            name: $name,
            severity: $crate::model::finding::Severity::$severity,
            title: $crate::words::Words { vi: $title_vi, en: $title_en },
            message: $crate::words::Words { vi: $message_vi, en: $message_en },
            hint: $crate::words::Words { vi: $hint_vi, en: $hint_en },
            told: [
                $(Some($crate::words::Words { vi: $told_vi, en: $told_en }),)?
                None,
            ][0],
            office: [
                $(Some($crate::words::Words { vi: $office_vi, en: $office_en }),)?
                None,
            ][0],
            values: &[$($($value),*)?],
            page: concat!($($line, "\n"),*),
            check: $crate::rules::Check::$scope($check),
        };
    };
}
