//! Small drawings of our own: paths on a square of 16 units, stroked, never filled.

/// Name and path of every icon, sorted by name.
pub(crate) const ICONS: &[(&str, &str)] = &[
    ("bell", "M3 12h10l-1.4-2V7a3.6 3.6 0 0 0-7.2 0v3zM6.6 14h2.8M8 3.4V2"),
    ("box", "M2 5l6-3 6 3v6.4l-6 3-6-3zM2 5l6 3 6-3M8 8v6.4"),
    ("branch", "M2 8h4.5c3 0 2.5-4.5 6.5-4.5M6.5 8c3 0 2.5 4.5 6.5 4.5M11 1.4l2.3 2.1L11 5.6M11 10.4l2.3 2.1-2.3 2.1"),
    ("bulb", "M5.6 10.6a4.6 4.6 0 1 1 4.8 0v1.6H5.6zM6.2 14.2h3.6"),
    ("calendar", "M2.4 3.4h11.2v10.4H2.4zM2.4 6.6h11.2M5.4 1.8v3M10.6 1.8v3"),
    (
        "call",
        "M3.6 2h2.2l1.2 3.2-1.6 1.2c.8 1.8 2.4 3.4 4.2 4.2l1.2-1.6 3.2 1.2v2.2c0 .9-.7 1.6-1.6 1.6C6.8 14 2 9.2 2 3.6 2 2.7 2.7 2 3.6 2",
    ),
    ("card", "M1.8 3.4h12.4v9.2H1.8zM1.8 6.4h12.4M4 10h3"),
    ("chat", "M2 3h12v8H7.4l-3.2 3v-3H2z"),
    ("check", "M2.6 8.6l3.4 3.4 7.4-8"),
    ("clock", "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 4.6V8l2.4 1.6"),
    ("document", "M3.4 1.8h6l3.2 3.2v9.2H3.4zM9.2 2v3.2h3.2M5.6 8.4h4.8M5.6 11h4.8"),
    ("eye", "M1.4 8s2.4-4.4 6.6-4.4S14.6 8 14.6 8s-2.4 4.4-6.6 4.4S1.4 8 1.4 8M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4"),
    ("flag", "M3.4 14.4V2.2M3.4 2.8h8.8l-2 3 2 3H3.4"),
    (
        "gear",
        "M8 10.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M3.5 12.5l1.4-1.4M11.1 4.9l1.4-1.4",
    ),
    (
        "globe",
        "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M1.8 8h12.4M8 1.8c3.2 3.4 3.2 9 0 12.4M8 1.8c-3.2 3.4-3.2 9 0 12.4",
    ),
    ("heart", "M8 13.6S2 10 2 5.8A3.2 3.2 0 0 1 8 4.4A3.2 3.2 0 0 1 14 5.8C14 10 8 13.6 8 13.6"),
    ("leave", "M9.4 2.2H3v11.6h6.4M6.4 8h8M11.8 5.2L14.6 8l-2.8 2.8"),
    ("link", "M6.5 9.5l3-3M7.5 4.5l1.4-1.4a2.8 2.8 0 0 1 4 4l-1.4 1.4M8.5 11.5l-1.4 1.4a2.8 2.8 0 0 1-4-4l1.4-1.4"),
    ("loop", "M13.5 8a5.5 5.5 0 1 1-1.8-4.1M13.5 1.6v3.6h-3.6"),
    ("mail", "M1.8 3.6h12.4v8.8H1.8zM1.8 4l6.2 5 6.2-5"),
    ("megaphone", "M2 6.4h2.6L11 3v9L4.6 8.8H2zM4.8 9l1 4h1.8l-.8-3M13 5.8c.9.9.9 2.5 0 3.4"),
    (
        "people",
        "M5.6 7.6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M1.2 13.4c.3-5.2 8.5-5.2 8.8 0M10.4 7.4a2.1 2.1 0 1 0-.6-4.1M11.2 9.4c2.2.2 3.5 1.7 3.6 4",
    ),
    ("person", "M8 7.8a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8M2.6 14a5.4 5.4 0 0 1 10.8 0"),
    ("phone", "M4.4 1.6h7.2v12.8H4.4zM7.2 12.2h1.6"),
    ("picture", "M2 3h12v10H2zM2 11l3.5-3.5 3 3 2-2L14 12M10.6 6.4a.8.8 0 1 0 0-.1"),
    (
        "pin",
        "M8 14.4S3.2 9.8 3.2 6.4a4.8 4.8 0 0 1 9.6 0C12.8 9.8 8 14.4 8 14.4M8 8a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 8",
    ),
    (
        "question",
        "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M6.2 6.4c0-2.4 3.6-2.4 3.6-.1 0 1.4-1.8 1.5-1.8 3M8 11.3v.1",
    ),
    ("screen", "M1.8 2.8h12.4v8.4H1.8zM5.4 14h5.2M8 11.4V14"),
    ("search", "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.6 10.6L14.4 14.4"),
    ("skip", "M1.8 11.4C3.2 3.6 11.8 3.6 13.4 10.2M14.6 6.6l-1.1 3.9-3.7-1.5"),
    ("star", "M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.4l-3.9 2.2.9-4.3-3.2-3 4.3-.5z"),
    (
        "store",
        "M2.6 7.4v6.4h10.8V7.4M1.6 5.6l1.2-3.4h10.4l1.2 3.4c0 2.3-3.2 2.3-3.2 0 0 2.3-3.2 2.3-3.2 0 0 2.3-3.2 2.3-3.2 0 0 2.3-3.2 2.3-3.2 0M6.6 13.8V10h2.8v3.8",
    ),
    ("target", "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 10.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2"),
    (
        "truck",
        "M1.2 3.6h8v7.6h-8zM9.2 6.2h3l2.6 2.6v2.4H9.2M4.2 13.4a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M11.8 13.4a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3",
    ),
    ("warning", "M8 2l6.4 11.6H1.6zM8 6.4v3.4M8 11.6v.1"),
];

/// Words in channels and icon names, in English, Russian and Lithuanian, and the icon each calls for. The first that
/// occurs wins, so the narrower words stand first.
const WORDS: &[(&str, &str)] = &[
    ("social", "people"),
    ("соц", "people"),
    ("socialin", "people"),
    ("forum", "people"),
    ("форум", "people"),
    ("word of mouth", "people"),
    ("friend", "people"),
    ("друз", "people"),
    ("draug", "people"),
    ("community", "people"),
    ("messenger", "chat"),
    ("chat", "chat"),
    ("чат", "chat"),
    ("мессендж", "chat"),
    ("pokalb", "chat"),
    ("sms", "chat"),
    ("mobile", "phone"),
    ("app", "phone"),
    ("моб", "phone"),
    ("прилож", "phone"),
    ("mobil", "phone"),
    ("programėl", "phone"),
    ("email", "mail"),
    ("e-mail", "mail"),
    ("newsletter", "mail"),
    ("mail", "mail"),
    ("почт", "mail"),
    ("рассыл", "mail"),
    ("pašt", "mail"),
    ("laišk", "mail"),
    ("letter", "mail"),
    ("post", "mail"),
    ("call", "call"),
    ("telephone", "call"),
    ("phone", "call"),
    ("звон", "call"),
    ("телефон", "call"),
    ("skamb", "call"),
    ("telefon", "call"),
    ("courier", "truck"),
    ("deliver", "truck"),
    ("достав", "truck"),
    ("курьер", "truck"),
    ("kurjer", "truck"),
    ("pristat", "truck"),
    ("logist", "truck"),
    ("search", "search"),
    ("поиск", "search"),
    ("paiešk", "search"),
    ("advert", "megaphone"),
    ("реклам", "megaphone"),
    ("reklam", "megaphone"),
    ("press", "megaphone"),
    ("media", "megaphone"),
    ("card", "card"),
    ("pay", "card"),
    ("bank", "card"),
    ("оплат", "card"),
    ("банк", "card"),
    ("mokėj", "card"),
    ("bankas", "card"),
    ("store", "store"),
    ("shop", "store"),
    ("branch", "store"),
    ("office", "store"),
    ("магазин", "store"),
    ("офис", "store"),
    ("parduot", "store"),
    ("biur", "store"),
    ("restaurant", "store"),
    ("ресторан", "store"),
    ("restoran", "store"),
    ("clinic", "store"),
    ("клиник", "store"),
    ("klinik", "store"),
    ("hotel", "store"),
    ("review", "star"),
    ("отзыв", "star"),
    ("atsiliep", "star"),
    ("rating", "star"),
    ("product", "box"),
    ("продукт", "box"),
    ("товар", "box"),
    ("produkt", "box"),
    ("prek", "box"),
    ("document", "document"),
    ("contract", "document"),
    ("документ", "document"),
    ("договор", "document"),
    ("dokument", "document"),
    ("sutart", "document"),
    ("form", "document"),
    ("blog", "document"),
    ("event", "calendar"),
    ("calendar", "calendar"),
    ("meeting", "calendar"),
    ("встреч", "calendar"),
    ("susitik", "calendar"),
    ("rengin", "calendar"),
    ("crm", "screen"),
    ("system", "screen"),
    ("систем", "screen"),
    ("sistem", "screen"),
    ("software", "screen"),
    ("portal", "screen"),
    ("портал", "screen"),
    ("portal", "screen"),
    ("desktop", "screen"),
    ("web", "globe"),
    ("site", "globe"),
    ("internet", "globe"),
    ("online", "globe"),
    ("сайт", "globe"),
    ("веб", "globe"),
    ("интернет", "globe"),
    ("svetain", "globe"),
    ("internet", "globe"),
    ("person", "person"),
    ("staff", "person"),
    ("people", "people"),
    ("челов", "person"),
    ("лично", "person"),
    ("сотрудник", "person"),
    ("asmen", "person"),
    ("žmog", "person"),
    ("darbuotoj", "person"),
    ("street", "pin"),
    ("place", "pin"),
    ("map", "pin"),
];

/// The icon of this exact name.
pub(crate) fn named(name: &str) -> Option<&'static str> {
    let wanted = name.trim().to_lowercase();
    ICONS.iter().find(|(name, _)| *name == wanted).map(|(name, _)| *name)
}

/// The icon for a free word, such as a channel; none when it says nothing we draw.
pub(crate) fn for_word(word: &str) -> Option<&'static str> {
    let wanted = word.to_lowercase();
    named(&wanted).or_else(|| WORDS.iter().find(|(part, _)| wanted.contains(part)).map(|(_, icon)| *icon))
}

/// The icon of a touchpoint: the one it names, the one of its channel, or a plain place.
pub(crate) fn for_touchpoint(icon: Option<&str>, channel: Option<&str>) -> &'static str {
    icon.and_then(for_word).or_else(|| channel.and_then(for_word)).unwrap_or("pin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_to_an_icon() {
        assert!(ICONS.is_sorted_by(|a, b| a.0 < b.0));
        for (word, icon) in WORDS {
            assert!(named(icon).is_some(), "{word} names {icon}");
        }
        for channel in [
            "web",
            "mobile",
            "email",
            "store",
            "call centre",
            "social network",
            "messenger",
            "post",
            "courier",
            "person",
            "product",
            "advertising",
            "search",
        ] {
            assert!(for_word(channel).is_some(), "{channel}");
        }
        assert_eq!(for_touchpoint(None, Some("call centre")), "call");
        assert_eq!(for_touchpoint(Some("star"), Some("web")), "star");
        assert_eq!(for_touchpoint(None, None), "pin");
    }
}
