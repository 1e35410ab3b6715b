//! W0850–W0854, W0859: numbers that can be read in two ways, or make no sense.

messages! {
    /// A number that likely means something else.
    pub enum NumberWarning {
        /// A number whose point can separate thousands; the whole number.
        W0850 ThousandsPoint { value: String, whole: String }
            de: "»{value}« ist hier eine Zahl mit drei Nachkommastellen: Der Punkt trennt keine Tausender.",
            en: "“{value}” is a number with three decimals here: the point separates no thousands.",
            hint_de: "Tausender stehen ohne Punkt: {whole}. Sind wirklich drei Nachkommastellen gemeint: \"{value}\", mit Anführungszeichen.",
            hint_en: "Thousands have no point: {whole}. If three decimals are really meant: \"{value}\", with quotation marks.",
            why_de: "Der Punkt in einer Zahl ist hier das Dezimalzeichen. Aus 1.234 wird auf einer deutschen Seite »1,234«, ein Tausendstel dessen, was die meisten damit meinen. In Anführungszeichen gilt die Zahl, wie sie dasteht, ohne Warnung.",
            why_en: "The point in a number is the decimal point here. So 1.234, typed for one thousand two hundred and thirty-four, is published as little more than one. In quotation marks the number is taken as it is, without a warning.",
            example: Delegation, wrong: "figures: [{label: Handel, value: 1.234, year: 2018, source: Amt}]", right: "figures: [{label: Handel, value: 1234, year: 2018, source: Amt}]",

        /// An amount of money with other decimals than those of its currency, and how many that
        /// has; the same with them, and what it is when its point separates thousands.
        W0851 DecimalsOfMoney { value: String, currency: String, wanted: usize, same: Option<String>, thousands: Option<String> }
            de: { match wanted {
                0 => format!("»{value}« hat Stellen hinter dem Punkt; Beträge in {currency} haben keine."),
                2 => format!("»{value}« hat nicht zwei Stellen hinter dem Punkt, wie Beträge sie haben."),
                _ => format!("»{value}« hat nicht {wanted} Stellen hinter dem Punkt, wie Beträge in {currency} sie haben."),
            } },
            en: { match wanted {
                0 => format!("“{value}” has decimals; amounts in {currency} have none."),
                2 => format!("“{value}” does not have two decimals, as amounts do."),
                _ => format!("“{value}” does not have {wanted} decimals, as amounts in {currency} do."),
            } },
            hint_de: { match (thousands, same) {
                (Some(whole), Some(same)) => Some(format!("Gemeint ist wohl {whole} oder {same}.")),
                (Some(whole), None) => Some(format!("Gemeint ist wohl {whole}.")),
                (None, Some(same)) => Some(format!("Bitte so schreiben: {same}")),
                (None, None) => None,
            } },
            hint_en: { match (thousands, same) {
                (Some(whole), Some(same)) => Some(format!("Did you mean {whole} or {same}?")),
                (Some(whole), None) => Some(format!("Did you mean {whole}?")),
                (None, Some(same)) => Some(format!("Write: {same}")),
                (None, None) => None,
            } },
            why_de: "Beträge haben keine oder zwei Stellen hinter dem Punkt, in manchen Währungen nie welche (JPY) oder drei (KWD). 1.250 ist hier ein Euro und 25 Cent, nicht tausendzweihundertfünfzig; 49.9 stünde als »49,9 EUR« auf der Seite.",
            why_en: "Amounts have no decimals or two, in some currencies never any (JPY) or three (KWD). 1.250 is one euro and 25 cents here, and not one thousand two hundred and fifty; 49.9 would appear on the page like that.",
            example: Event, wrong: "price: {amount: 49.9, currency: EUR}", right: "price: {amount: 49.90, currency: EUR}",

        /// A number that begins with a zero that means nothing.
        W0852 ZeroInFront { value: String, suggestion: String }
            de: "Die Null am Anfang von »{value}« zählt nicht; auf der Seite steht {suggestion}.",
            en: "The zero in front of “{value}” does not count; the page shows {suggestion}.",
            hint_de: "Bitte so schreiben: {suggestion}",
            hint_en: "Write: {suggestion}",
            why_de: "Eine Null am Anfang einer Zahl bedeutet nichts. Vielleicht fehlt dahinter ein Punkt: 0464 und 0.464 sind verschiedene Zahlen.",
            why_en: "A leading zero means nothing. Perhaps a point is missing after it: 0464 and 0.464 are different numbers.",
            example: Delegation, wrong: "figures: [{label: Handel, value: 0464, year: 2018, source: Amt}]", right: "figures: [{label: Handel, value: 464, year: 2018, source: Amt}]",

        /// A year of a figure that is long past or far ahead.
        W0853 UnlikelyYear { value: String, suggestion: Option<String> }
            de: "Das Jahr {value} kann kaum gemeint sein.",
            en: "The year {value} can hardly be meant.",
            hint_de: { suggestion.as_ref().map(|it| format!("Jahre haben vier Ziffern: {it}")) },
            hint_en: { suggestion.as_ref().map(|it| format!("Years have four digits: {it}")) },
            why_de: "Das Jahr einer Kennzahl liegt vor 1900 oder weit hinter dem Besuch. Es sagt, aus welchem Jahr die Zahl stammt, mit vier Ziffern.",
            why_en: "The year of a figure is before 1900 or long after the visit. It says which year the number is from, in four digits.",
            example: Delegation, wrong: "figures: [{label: Handel, value: 464, year: 18, source: Amt}]", right: "figures: [{label: Handel, value: 464, year: 2018, source: Amt}]",

        /// A postcode with a point in it.
        W0854 PostcodeWithPoint { value: String, suggestion: String }
            de: "»{value}« ist wohl eine Postleitzahl, in die ein Punkt geraten ist.",
            en: "“{value}” is probably a postcode into which a point got.",
            hint_de: "Bitte so schreiben: {suggestion}",
            hint_en: "Write: {suggestion}",
            why_de: "In dieser Postleitzahl steht ein Punkt. Tabellenprogramme machen aus 01067 gern 1.067; die Post braucht fünf Ziffern.",
            why_en: "This postcode contains a point. Spreadsheets tend to turn 01067 into 1.067; the post needs five digits.",
            example: File("venues.yaml"), wrong: "saal: {name: Saal, postcode: 1.067, city: Dresden}", right: "saal: {name: Saal, postcode: 01067, city: Dresden}",

        /// A price below zero.
        W0859 PriceBelowZero { value: String }
            de: "Ein Preis von {value} ist kleiner als null.",
            en: "A price of {value} is less than zero.",
            hint_de: "Das Minus löschen. Kostet es nichts: 0",
            hint_en: "Delete the minus. If it costs nothing: 0",
            why_de: "Ein Preis ist kleiner als null. So stünde er auf der Seite und in den Daten für Suchmaschinen. Ein Zuschuss oder ein Rabatt gehört in Worten nach `note`.",
            why_en: "A price is less than zero. It would appear like that on the page and in the data for search engines. Write a grant or a discount in words under `note`.",
            example: Event, wrong: "price: {amount: -5, currency: EUR}", right: "price: {amount: 5, currency: EUR}",
    }
}
