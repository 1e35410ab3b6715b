//! W0857 to W0869: what photographs, films and documents hold beside what they show.

messages! {
    /// What pictures, films and documents can hold.
    pub enum PictureProblem {
        /// A document or film that says where something in it was recorded. `kind` is what people
        /// call its kind.
        W0857 PlaceInside { name: String, kind: &'static str }
            de: "»{name}« ({kind}) verrät, wo etwas darin aufgenommen wurde: Die Koordinaten stehen in der Datei.",
            en: "“{name}” ({kind}) tells where something in it was recorded: its coordinates are in the file.",
            hint_de: "Film: ohne Ort neu exportieren (iPhone: Teilen → Optionen → Standort aus). Dokument: In Word die Bilder komprimieren (Bildformat → Bilder komprimieren), in LibreOffice mit der rechten Maustaste → Komprimieren; dann neu speichern.",
            hint_en: "Film: export it again without its location (iPhone: Share → Options → Location off). Document: compress its pictures (Word: Picture Format → Compress Pictures; LibreOffice: right click → Compress), then save it again.",
            why_de: "Ein Film oder ein Dokument verrät, wo etwas darin aufgenommen wurde. Telefone schreiben den Ort in Fotos und Filme; er bleibt darin, auch wenn das Foto in einem Dokument steckt, und wer die Datei lädt, kann ihn lesen. Aus Fotos nimmt das Programm ihn selbst heraus, Filme und Dokumente verändert es nicht.",
            why_en: "A film or a document tells where something in it was recorded. Telephones write the place into photographs and films; it stays there even when the photograph is inside of a document, and whoever loads the file can read it. The program takes it out of photographs itself and does not change films and documents.",
            example: Shown, wrong: "content/media/rundgang.mp4      # mit Standort", right: "content/media/rundgang.mp4      # ohne Standort exportiert",

        /// A photograph whose end is missing.
        W0858 CutOff { name: String }
            de: "»{name}« ist nicht vollständig: Das Ende des Fotos fehlt.",
            en: "“{name}” is not complete: the end of the photograph is missing.",
            hint_de: "Wahrscheinlich brach das Hochladen ab: noch einmal hochladen.",
            hint_en: "Probably the upload was cut off: upload it again.",
            why_de: "Ein Foto ist nicht vollständig. Meist brach das Hochladen oder das Kopieren ab; Browser zeigen dann nur den oberen Teil und darunter Grau.",
            why_en: "A photograph is not complete. Mostly an upload or a copy was cut off; browsers then show the upper part, and grey below it.",
            example: Shown, wrong: "content/media/gruppe.jpg      # 1,2 von 3,4 MB", right: "content/media/gruppe.jpg      # ganz",
    }
}
