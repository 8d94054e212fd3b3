/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What tables and columns are called by people, in Finnish, Swedish and English; what has no name here keeps its own. */
final class ExportLabels {
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final Map<String, List<String>> LABELS = new HashMap<>();

    static {
        name("title", "Sinusta tallennetut tiedot", "Uppgifter om dig", "What is kept about you");
        name("made", "Koottu", "Sammanställt", "Compiled");
        name("customer", "Asiakas", "Kund", "Customer");
        name("handle", "Yhteystiedot", "Kontaktuppgifter", "Addresses and numbers");
        name("touchpoint", "Aikajana", "Tidslinje", "Timeline");
        name("issue", "Asiat", "Ärenden", "Matters");
        name("fact", "Mitä tiedetään", "Vad som är känt", "What is known");
        name("consent", "Suostumukset", "Samtycken", "Consents");
        name("audit_entry", "Kuka on katsonut tietojasi", "Vem som har sett dina uppgifter", "Who looked at your data");
        name("conversation", "Keskustelut", "Samtal", "Conversations");
        name("message", "Viestit", "Meddelanden", "Messages");
        name("attachment", "Liitteet", "Bilagor", "Attachments");
        name("voice_call", "Puhelut", "Telefonsamtal", "Telephone calls");
        name("claim", "Ilmoitetut osoitteet", "Uppgivna adresser", "Addresses that were given");
        name("contact", "Yhteydenotot", "Kontakter", "Contacts");
        name("link", "Mistä sinut tunnetaan", "Hur du känns igen", "How you are recognised");
        name("work_item", "Työt", "Arbete", "Work");
        name("offer", "Kenelle työ tarjottiin", "Vem som erbjöds arbetet", "Who was asked to serve you");
        name("decision", "Miksi juuri hänelle", "Varför just den personen", "Why them");
        name("event_log", "Tilastot", "Statistik", "Figures");
        name("text", "Teksti", "Text", "Text");
        name("body", "Teksti", "Text", "Text");
        name("kind", "Laji", "Slag", "Kind");
        name("value", "Arvo", "Värde", "Value");
        name("purpose", "Tarkoitus", "Ändamål", "Purpose");
        name("given", "Annettu", "Givet", "Given");
        name("source", "Lähde", "Källa", "Source");
        name("display_name", "Nimi", "Namn", "Name");
        name("language", "Kieli", "Språk", "Language");
        name("subject", "Aihe", "Ämne", "Subject");
        name("state", "Tila", "Läge", "State");
        name("channel", "Kanava", "Kanal", "Channel");
        name("occurred_at", "Milloin", "När", "When");
        name("created_at", "Luotu", "Skapad", "Created");
        name("at", "Milloin", "När", "When");
        name("actorName", "Kuka", "Vem", "Who");
        name("action", "Mitä", "Vad", "What");
        name("author_name", "Kirjoittaja", "Avsändare", "From");
        name("direction", "Suunta", "Riktning", "Direction");
    }

    private ExportLabels() {}

    private static void name(String key, String... names) {
        LABELS.put(key, List.of(names));
    }

    /** One of the languages there are: the first that fits, else English. */
    static String language(List<String> wanted) {
        return wanted.stream()
                .map(tag -> tag.split("-")[0].toLowerCase(Locale.ROOT))
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }

    static String of(String key, String language) {
        var names = LABELS.get(key);
        return names == null ? key.replace('_', ' ') : names.get(LANGUAGES.indexOf(language));
    }
}
