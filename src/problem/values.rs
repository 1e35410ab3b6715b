//! E03xx: single values: choices, numbers, addresses, countries, languages.

use super::MessageLanguage::{self, English, German};
use super::{Thousands, is_reserved};

messages! {
    /// What can be wrong with a single value.
    pub enum ValueProblem {
        /// A word that is none of the choices.
        E0301 UnknownChoice { value: String, suggestion: Option<String>, choices: String }
            de: "»{value}« steht nicht zur Wahl.",
            en: "“{value}” is not one of the choices.",
            hint_de: { match suggestion {
                Some(it) => format!("Meinten Sie `{it}`?"),
                None => format!("Möglich sind: {choices}"),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Did you mean `{it}`?"),
                None => format!("There are: {choices}"),
            } },
            why_de: "Hier ist nur eines von wenigen Wörtern möglich. Sie sind englisch, klein geschrieben und werden nie übersetzt; auf der Website stehen sie in der Sprache der Seite.",
            why_en: "Only one of a few words is possible here. They are English, in lower case and never translated; on the site they appear in the language of the page.",
            example: Event, wrong: "kind: Firmenbesuch", right: "kind: company-visit",

        /// Neither true nor false.
        E0302 NotYesOrNo { value: String, suggestion: Option<&'static str> }
            de: "»{value}« ist weder `true` (ja) noch `false` (nein).",
            en: "“{value}” is neither `true` (yes) nor `false` (no).",
            hint_de: { suggestion.as_ref().map(|it| format!("Bitte so schreiben: {it}")) },
            hint_en: { suggestion.as_ref().map(|it| format!("Write: {it}")) },
            why_de: "Hier geht nur `true` (ja) oder `false` (nein). Beide klein geschrieben und ohne Anführungszeichen.",
            why_en: "Only `true` (yes) or `false` (no) is possible here. Both in lower case and without quotation marks.",
            example: Event, wrong: "draft: ja", right: "draft: true",

        /// Not a number.
        E0303 NotANumber { value: String, suggestion: Option<String>, thousands: Option<Thousands> }
            de: "»{value}« ist keine Zahl.",
            en: "“{value}” is not a number.",
            hint_de: { number_as_meant(value, suggestion.as_deref(), thousands.as_ref(), German).unwrap_or_else(|| "Nur Ziffern, zum Beispiel 464.".to_owned()) },
            hint_en: { number_as_meant(value, suggestion.as_deref(), thousands.as_ref(), English).unwrap_or_else(|| "Digits only, for example 464.".to_owned()) },
            why_de: "Hier muss eine Zahl stehen. Nur Ziffern, ohne Einheit und ohne Tausenderpunkt; Nachkommastellen mit Punkt.",
            why_en: "This must be a number. Digits only, without a unit and without separators of thousands; decimals with a point.",
            example: Event, wrong: "price: {amount: \"12,50\", currency: EUR}", right: "price: {amount: 12.50, currency: EUR}",

        /// Not an email address; the one that stands in `<…>` beside a name.
        E0304 NotAnEmail { value: String, suggestion: Option<String>, beside_name: Option<String> }
            de: "»{value}« ist keine vollständige E-Mail-Adresse.",
            en: "“{value}” is not a complete email address.",
            hint_de: { match (suggestion, beside_name) {
                (Some(it), _) => format!("Bitte so schreiben: {it}"),
                (None, Some(it)) => format!("Hier steht nur die Adresse, ohne Namen: {it}"),
                (None, None) if value.contains(' ') => "Nur eine Adresse, ohne weitere Wörter und ohne Leerzeichen, zum Beispiel: vorname.name@example.org".to_owned(),
                (None, None) => "Zum Beispiel: vorname.name@example.org".to_owned(),
            } },
            hint_en: { match (suggestion, beside_name) {
                (Some(it), _) => format!("Write: {it}"),
                (None, Some(it)) => format!("Write only the address, without the name: {it}"),
                (None, None) if value.contains(' ') => "One address only, without other words and without spaces, for example: first.last@example.org".to_owned(),
                (None, None) => "For example: first.last@example.org".to_owned(),
            } },
            why_de: "Das ist keine vollständige E-Mail-Adresse. Sie hat genau ein `@`, davor einen Namen und dahinter eine Domain, ohne Leerzeichen.",
            why_en: "This is not a complete email address. It has exactly one `@`, a name before it and a domain after it, and no spaces.",
            example: Event, wrong: "registration: {email: info (at) example.org}", right: "registration: {email: info@example.org}",

        /// Not a telephone number, or not all of one.
        E0305 NotAPhone { value: String, suggestion: Option<String> }
            de: "»{value}« ist keine vollständige Telefonnummer.",
            en: "“{value}” is not a complete telephone number.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Mit Vorwahl und ohne Buchstaben, zum Beispiel: 0351 2138371 oder +49 351 2138371".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "With area code and without letters, for example: 0351 2138371 or +49 351 2138371".to_owned(),
            } },
            why_de: "Das ist keine vollständige Telefonnummer. Geschrieben werden darf sie, wie man es gewohnt ist: mit Leerzeichen, Schrägstrich, Bindestrich oder Klammern, mit oder ohne +49. Sie braucht aber eine Vorwahl und darf keine Buchstaben enthalten.",
            why_en: "This is not a complete telephone number. It may be written as usual: with spaces, slash, hyphen or brackets, with or without +49. But it needs an area code and must not have letters.",
            example: Event, wrong: "registration: {phone: 2138371}", right: "registration: {phone: 0351/213 83-71}",

        /// Not a web address.
        E0306 NotAUrl { value: String, suggestion: Option<String> }
            de: "»{value}« ist keine vollständige Webadresse.",
            en: "“{value}” is not a complete web address.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Zum Beispiel: https://www.example.org/seite".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "For example: https://www.example.org/page".to_owned(),
            } },
            why_de: "Das ist keine vollständige Webadresse. Sie beginnt mit `https://`; so, wie sie im Browser steht, kann man sie kopieren.",
            why_en: "This is not a complete web address. It begins with `https://`; it can be copied from the browser.",
            example: Event, wrong: "online: {url: www.example.org}", right: "online: {url: \"https://www.example.org\"}",

        /// A web address below which nothing can lie.
        E0307 NotABaseUrl { value: String }
            de: "Unter »{value}« kann keine Website liegen: Die Adresse darf weder `?` noch `#` enthalten.",
            en: "No site can be below “{value}”: the address must contain neither `?` nor `#`.",
            why_de: "Unter dieser Adresse kann keine Website liegen. `base_url` ist die Adresse der Startseite: mit `https://`, ohne `?` und `#`.",
            why_en: "No site can be below this address. `base_url` is the address of the home page: with `https://`, without `?` and `#`.",
            example: Site, wrong: "base_url: https://test.example.org/?start=1", right: "base_url: https://test.example.org/",

        /// Not a path of the site.
        E0308 NotASitePath { value: String, suggestion: Option<String> }
            de: "»{value}« ist kein Pfad dieser Website.",
            en: "“{value}” is not a path of this site.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Pfade beginnen mit einem Schrägstrich: /alter/pfad/".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "Paths begin with a slash: /old/path/".to_owned(),
            } },
            why_de: "Das ist kein Pfad dieser Website. Ein Pfad ist der Teil der Adresse hinter dem Namen der Website und beginnt mit einem Schrägstrich.",
            why_en: "This is not a path of this site. A path is the part of the address after the name of the site and begins with a slash.",
            example: Event, wrong: "aliases: [alt/treffen]", right: "aliases: [/alt/treffen/]",

        /// Not a currency code.
        E0309 NotACurrency { value: String, suggestion: Option<String> }
            de: "»{value}« ist keine Währung.",
            en: "“{value}” is not a currency.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Zum Beispiel: EUR".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "For example: EUR".to_owned(),
            } },
            why_de: "Das ist keine Währung. Währungen haben drei große Buchstaben (ISO 4217).",
            why_en: "This is not a currency. Currencies have three capital letters (ISO 4217).",
            example: Event, wrong: "price: {amount: 10, currency: Euro}", right: "price: {amount: 10, currency: EUR}",

        /// Not a length of time in the expected form.
        E0310 NotADuration { value: String, example: &'static str }
            de: "»{value}« ist keine Zeitspanne.",
            en: "“{value}” is not a length of time.",
            hint_de: "Zum Beispiel: {example}",
            hint_en: "For example: {example}",
            why_de: "Das ist keine Zeitspanne. Möglich sind eine Zahl mit `min`, `h` oder `d`, bei `keep` eine Zahl mit `months`.",
            why_en: "This is not a length of time. A number with `min`, `h` or `d` is possible, for `keep` a number with `months`.",
            example: Site, wrong: "calendar: {refresh: täglich}", right: "calendar: {refresh: 24h}",

        /// Not a country code.
        E0311 UnknownCountry { value: String, suggestion: Option<String> }
            de: "»{value}« ist kein Länderkürzel.",
            en: "“{value}” is not a country code.",
            hint_de: { match suggestion {
                Some(it) => format!("Meinten Sie `{it}`?"),
                None => "Zwei große Buchstaben nach ISO 3166-1, zum Beispiel MX oder PL.".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Did you mean `{it}`?"),
                None => "Two capital letters by ISO 3166-1, for example MX or PL.".to_owned(),
            } },
            why_de: "Das ist kein Länderkürzel. Länder stehen mit zwei großen Buchstaben da (ISO 3166-1), der Name kommt von selbst in jeder Sprache. Norwegen darf als NO ohne Anführungszeichen stehen.",
            why_en: "This is not a country code. Countries are written as two capital letters (ISO 3166-1); their names come by themselves in every language. Norway may be written as NO without quotation marks.",
            example: Event, wrong: "countries: [Mexiko, NO]", right: "countries: [MX, NO]",

        /// Not a language tag.
        E0312 UnknownLanguage { value: String, suggestion: Option<String> }
            de: "»{value}« ist kein Sprachkürzel.",
            en: "“{value}” is not a language tag.",
            hint_de: { match suggestion {
                Some(it) => format!("Meinten Sie `{it}`?"),
                None => "Zum Beispiel: de, en, es".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Did you mean `{it}`?"),
                None => "For example: de, en, es".to_owned(),
            } },
            why_de: "Das ist kein Sprachkürzel. Sprachen stehen mit zwei oder drei kleinen Buchstaben da (BCP 47), nicht mit dem Kürzel des Landes: Tschechisch ist `cs`, Japanisch `ja`.",
            why_en: "This is not a language tag. Languages are written as two or three lower-case letters (BCP 47), not as the code of the country: Czech is `cs`, Japanese `ja`.",
            example: Event, wrong: "languages: [deutsch, es]", right: "languages: [de, es]",

        /// A language the site does not have.
        E0313 LanguageNotOfSite { language: String, languages: String, suggestion: Option<String> }
            de: "Die Sprache `{language}` kann hier nicht stehen; die Website hat: {languages}.",
            en: "The site does not have the language `{language}`; it has: {languages}.",
            hint_de: { suggestion.as_ref().map(|it| format!("Meinten Sie `{it}`?")) },
            hint_en: { suggestion.as_ref().map(|it| format!("Did you mean `{it}`?")) },
            why_de: "Diese Sprache hat die Website nicht. Welche sie hat, steht in `site.yaml` unter `languages`. Dort muss die Sprache zuerst stehen, sonst erscheint der Text nirgends.",
            why_en: "The site does not have this language. Those it has are in `site.yaml` under `languages`. Add the language there first, or the text appears nowhere.",
            example: Event, wrong: "summary: {de: Treffen, fr: Rencontre}", right: "summary: {de: Treffen}",

        /// A text without its default language.
        E0314 NoDefaultLanguage { language: String }
            de: "Der Text in der Hauptsprache `{language}` fehlt.",
            en: "The text in the main language `{language}` is missing.",
            why_de: "Der Text in der Hauptsprache fehlt. Die Hauptsprache ist die erste in `site.yaml`; alle anderen Sprachen greifen auf sie zurück, wenn ihnen etwas fehlt.",
            why_en: "The text in the main language is missing. The main language is the first in `site.yaml`; all others fall back on it where something is missing.",
            example: Site, wrong: "funding_notice: {}", right: "funding_notice: {de: Gefördert vom Land}",

        /// Not a time zone.
        E0315 UnknownZone { value: String, suggestion: Option<String> }
            de: "»{value}« ist keine Zeitzone.",
            en: "“{value}” is not a time zone.",
            hint_de: { match suggestion {
                Some(it) => format!("Meinten Sie `{it}`?"),
                None => "Zum Beispiel: Europe/Berlin".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Did you mean `{it}`?"),
                None => "For example: Europe/Berlin".to_owned(),
            } },
            why_de: "Das ist keine Zeitzone. Zeitzonen heißen nach Kontinent und Stadt, auf Englisch. Abkürzungen wie MEZ sagen nicht, wann die Uhr umgestellt wird.",
            why_en: "This is not a time zone. Time zones are named by continent and city. Abbreviations such as CET do not say when clocks change.",
            example: Event, wrong: "timezone: Europa/Berlin", right: "timezone: Europe/Berlin",

        /// A latitude or longitude that is not on earth.
        E0316 DegreesOutOfRange { value: String, limit: u32 }
            de: "{value} Grad gibt es nicht; erlaubt ist −{limit} bis {limit}.",
            en: "{value} degrees do not exist; −{limit} to {limit} are allowed.",
            why_de: "So viele Grad gibt es nicht. `lat` ist die geografische Breite (−90 bis 90), `lon` die Länge (−180 bis 180). Meist fehlt der Punkt, oder die beiden sind vertauscht.",
            why_en: "The value is not a number of degrees. `lat` is the latitude (−90 to 90), `lon` the longitude (−180 to 180). Usually the decimal point is missing, or the two are swapped.",
            example: Event, wrong: "venue: {name: Saal, geo: {lat: 510.50, lon: 13.74}}", right: "venue: {name: Saal, geo: {lat: 51.050, lon: 13.74}}",

        /// Not a colour name of CSS.
        E0317 NotAColor { value: String, suggestion: Option<String> }
            de: "»{value}« ist kein Farbname.",
            en: "“{value}” is not the name of a colour.",
            hint_de: { match suggestion {
                Some(it) => format!("Meinten Sie {it}?"),
                None => "Kalender kennen die Farbnamen von CSS, zum Beispiel steelblue, seagreen oder firebrick.".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Did you mean {it}?"),
                None => "Calendars know the colour names of CSS, such as steelblue, seagreen or firebrick.".to_owned(),
            } },
            why_de: "Das ist kein Farbname. Kalender kennen die englischen Namen von CSS (RFC 7986), keine Farbwerte mit `#`.",
            why_en: "This is not the name of a colour. Calendars know the English names of CSS (RFC 7986), no values with `#`.",
            example: Site, wrong: "calendar: {color: dunkelblau}", right: "calendar: {color: darkblue}",

        /// Not a colour.
        E0318 NotAHexColour { value: String, suggestion: Option<String> }
            de: "»{value}« ist keine Farbe.",
            en: "“{value}” is not a colour.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: \"{it}\""),
                None => "Ein Rautezeichen und sechs Ziffern oder Buchstaben a–f, in Anführungszeichen: \"#006b2e\"".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: \"{it}\""),
                None => "A hash sign and six digits or letters a–f, in quotation marks: \"#006b2e\"".to_owned(),
            } },
            why_de: "Das ist keine Farbe. Farben stehen mit einem Rautezeichen und sechs Ziffern oder Buchstaben von a bis f da, in Anführungszeichen; sonst beginnt mit der Raute ein Kommentar.",
            why_en: "This is not a colour. Colours are written as a hash sign and six digits or letters from a to f, in quotation marks; otherwise the hash begins a comment.",
            example: Site, wrong: "brand: {accent: grün}", right: "brand: {accent: \"#006b2e\"}",

        /// A colour in which text on the pages cannot be read; a darker one.
        E0319 PaleColour { ratio: String, suggestion: String }
            de: { format!("In dieser Farbe ist Text auf den Seiten schlecht zu lesen: Der Kontrast ist {}:1, nötig ist 4,5:1.", ratio.replace('.', ",")) },
            en: "Text in this colour is hard to read on the pages: the contrast is {ratio}:1, it must be 4.5:1.",
            hint_de: "Dunkel genug ist \"{suggestion}\".",
            hint_en: "Dark enough is \"{suggestion}\".",
            why_de: "In dieser Farbe ist Text schlecht zu lesen. Zwischen Schrift und Hintergrund muss der Kontrast mindestens 4,5:1 sein (WCAG 2.2, Erfolgskriterium 1.4.3); das verlangt auch die BITV.",
            why_en: "Text in this colour is hard to read. Between text and background the contrast must be at least 4.5:1 (WCAG 2.2, success criterion 1.4.3).",
            example: Site, wrong: "brand: {accent: \"#ffcc00\"}", right: "brand: {accent: \"#006b2e\"}",

        /// Not a German postcode.
        E0320 NotAPostcode { value: String, suggestion: Option<String> }
            de: "»{value}« ist keine deutsche Postleitzahl: Sie hat fünf Ziffern.",
            en: "“{value}” is not a German postcode: those have five digits.",
            hint_de: { match suggestion {
                Some(it) => format!("Bitte so schreiben: {it}"),
                None => "Zum Beispiel: 01067. Für Orte in anderen Ländern `country` angeben.".to_owned(),
            } },
            hint_en: { match suggestion {
                Some(it) => format!("Write: {it}"),
                None => "For example: 01067. For places in other countries give the `country`.".to_owned(),
            } },
            why_de: "Eine deutsche Postleitzahl hat fünf Ziffern. Tabellenprogramme nehmen gern die Null weg, mit der viele Postleitzahlen in Sachsen beginnen. Liegt der Ort in einem anderen Land, `country` angeben.",
            why_en: "A German postcode has five digits. Spreadsheets like to take away the zero with which many postcodes of Saxony begin. If the place is in another country, give its `country`.",
            example: File("venues.yaml"), wrong: "saal: {name: Saal, postcode: 1067, city: Dresden}", right: "saal: {name: Saal, postcode: 01067, city: Dresden}",

        /// An email address that ends with no domain there is.
        E0321 UnknownEnding { value: String, ending: String }
            de: "»{value}« kann es nicht geben: Keine E-Mail-Adresse endet auf `.{ending}`.",
            en: "“{value}” cannot exist: no email address ends in `.{ending}`.",
            hint_de: { if is_reserved(ending) {
                "Diese Endung ist für Beispiele reserviert; eine echte endet zum Beispiel auf `.de`.".to_owned()
            } else {
                format!("Fehlt am Ende `.de`? Zum Beispiel: {value}.de")
            } },
            hint_en: { if is_reserved(ending) {
                "This ending is reserved for examples; a real one is `.de`, for example.".to_owned()
            } else {
                format!("Is `.de` missing at the end? For example: {value}.de")
            } },
            why_de: "Keine E-Mail-Adresse endet so. Hinter dem letzten Punkt steht eine Endung wie `.de` oder `.org`; die hier angegebene hat niemand eingerichtet. `example`, `test`, `invalid` und `localhost` sind für Beispiele reserviert.",
            why_en: "No email address ends like this. After the last full stop comes an ending such as `.de` or `.org`; nobody has set up the one given here. `example`, `test`, `invalid` and `localhost` are reserved for examples.",
            example: Event, wrong: "registration: {email: info@wfs.saxony}", right: "registration: {email: info@wfs.saxony.de}",

        /// A spoken language without a name: readers would see its tag.
        W0322 LanguageWithoutName { tag: String }
            de: "Für »{tag}« ist keine Sprache bekannt; auf der Seite steht das Kürzel.",
            en: "No language is known for “{tag}”; the page shows the tag.",
            hint_de: "Das Kürzel berichtigen, zum Beispiel: de, en, zh-Hant. Gibt es die Sprache, nennt sie das Theme: in `strings/de.yaml` unter `languages` eine Zeile `{tag}: …`",
            hint_en: "Correct the tag, for example: de, en, zh-Hant. If there is such a language, the theme can name it: a line `{tag}: …` under `languages` in `strings/en.yaml`",
            why_de: "Zu diesem Kürzel gehört keine Sprache, die einen Namen hat (CLDR). Auf der Seite stünde statt »Schwedisch« nur »xx«. Kürzel von Sprachen sind nicht die von Ländern: Tschechisch ist `cs`, Dänisch `da`.",
            why_en: "This tag belongs to no language that has a name (CLDR). The page would show “xx” instead of “Swedish”. Tags of languages are not codes of countries: Czech is `cs`, Danish `da`.",
            example: Event, wrong: "languages: [de, xx]", right: "languages: [de, sv]",

        /// What a comma in braces cuts from a text in one of several languages.
        E0323 CommaCutsText { lost: String }
            de: "In geschweiften Klammern trennt ein Komma die Sprachen; »{lost}« gehört deshalb nicht mehr zum Text davor.",
            en: "In braces a comma separates languages; so “{lost}” is no longer part of the text before it.",
            hint_de: "Den ganzen Text davor in Anführungszeichen setzen: {{de: \"…, {lost}\"}}",
            hint_en: "Put the whole text before it into quotation marks: {{de: \"…, {lost}\"}}",
            why_de: "Ein Komma schneidet einen Text ab. In geschweiften Klammern trennt das Komma eine Sprache von der nächsten; deshalb muss ein Text, in dem eines vorkommt, in Anführungszeichen stehen.",
            why_en: "A comma cuts a text. In braces the comma separates one language from the next; so a text that has one must be in quotation marks.",
            example: Event, wrong: "title: {de: Treffen, Bahn und Bus}", right: "title: {de: \"Treffen, Bahn und Bus\"}",

        /// A whole number that is too small or too large; the first and the last that are possible.
        E0324 NumberOutOfRange { value: String, first: i64, last: i64 }
            de: "»{value}« ist hier nicht möglich: Erlaubt ist eine ganze Zahl von {first} bis {last}.",
            en: "“{value}” is not possible here: a whole number from {first} to {last} is allowed.",
            why_de: "Diese Zahl ist zu klein oder zu groß. Plätze zum Beispiel können nicht weniger als null sein. Sind die Plätze nicht begrenzt, entfällt der Schlüssel.",
            why_en: "This number is too small or too large. Places, for example, cannot be fewer than none. If places are not limited, leave out the key.",
            example: Event, wrong: "registration: {capacity: -3}", right: "registration: {capacity: 30}",

        /// An amount that names another currency than `currency` beside it; the amount alone.
        E0325 OtherCurrency { value: String, currency: String, number: String }
            de: "»{value}« passt nicht zu `currency: {currency}`.",
            en: "“{value}” does not fit `currency: {currency}`.",
            hint_de: "Bei `amount` nur die Zahl schreiben, {number}, und bei `currency` die Währung, die stimmt.",
            hint_en: "Under `amount` write the number alone, {number}, and under `currency` the currency that is right.",
            why_de: "Im Preis steht eine andere Währung als daneben. Welche stimmt, weiß nur, wer den Preis kennt. Die Zahl steht in `amount`, die Währung in `currency`.",
            why_en: "The price names another currency than the key beside it. Which one is right, only those know who know the price. The number belongs to `amount`, the currency to `currency`.",
            example: Event, wrong: "price: {amount: 12.50 €, currency: USD}", right: "price: {amount: 12.50, currency: EUR}",
    }
}

/// How a number is written that was typed in another way, where that can be said.
pub(super) fn number_as_meant(
    typed: &str,
    suggestion: Option<&str>,
    thousands: Option<&Thousands>,
    language: MessageLanguage,
) -> Option<String> {
    let only_point = typed.contains(',') && suggestion == Some(&*typed.replace(',', "."));
    match (suggestion, thousands) {
        (Some(it), _) if only_point => Some(language.pick(
            format!("Statt des Kommas einen Punkt schreiben: {it}"),
            format!("Write a point instead of the comma: {it}"),
        )),
        (Some(it), _) => {
            Some(language.pick(format!("Bitte so schreiben: {it}"), format!("Write: {it}")))
        }
        (None, Some(Thousands { whole, decimal })) => {
            let (sign, name) = match typed.contains(',') {
                true => ("das Komma", "comma"),
                false => ("der Punkt", "point"),
            };
            Some(language.pick(
                format!("Trennt {sign} Tausender: {whole}. Sind es drei Nachkommastellen: \"{decimal}\", mit Anführungszeichen."),
                format!("If the {name} separates thousands: {whole}. If these are three decimals: \"{decimal}\", with quotation marks."),
            ))
        }
        (None, None) => None,
    }
}
