/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.List;
import java.util.Map;

/** Every figure's published definition. They do not flatter: whoever got no answer is counted, and counted as waiting. */
public final class Definitions {

    /** The version of the whole, raised with any definition's. */
    public static final int VERSION = 1;

    private static final String WAITING_TIMES =
            "Over the contacts of the interval, the unanswered ones included: count, mean, median and 90th percentile"
                    + " (nearest rank) and the longest, in total and by kind of channel. ";

    public static final List<Definition> ALL = List.of(
            definition(
                    "contacts.total",
                    names("Yhteydenotot", "Kontakter", "Contacts"),
                    "Conversations that a customer opened, or reopened after their closing, at an instant in [from, to)."
                            + " One that started with an automatic message (auto-reply, bounce) is not counted"
                            + " until a person writes in it: then it starts, when its matter is found."
                            + " Abandoned and unanswered ones are.",
                    "contacts"),
            definition(
                    "contacts.byChannel",
                    names("Yhteydenotot kanavalajeittain", "Kontakter per kanaltyp", "Contacts by kind of channel"),
                    "contacts.total, divided by the kind of channel the conversation is in.",
                    "contacts"),
            definition(
                    "contacts.answered",
                    names("Vastatut yhteydenotot", "Besvarade kontakter", "Answered contacts"),
                    "Contacts after whose start a person of the company wrote to the customer in the same conversation by"
                            + " asOf. A bot's message or an automatic confirmation is no answer.",
                    "contacts"),
            definition(
                    "contacts.settledWithoutReply",
                    names(
                            "Ilman vastausta päätetyt yhteydenotot",
                            "Kontakter avslutade utan svar",
                            "Contacts settled without a reply"),
                    "Contacts that were not answered and that an agent closed as spam or as needing no reply by asOf. Any"
                            + " other closing settles nothing.",
                    "contacts"),
            definition(
                    "contacts.waiting",
                    names("Odottavat yhteydenotot", "Väntande kontakter", "Waiting contacts"),
                    "Contacts neither answered nor settled by asOf, also when the customer has gone away or the"
                            + " conversation was closed without an answer.",
                    "contacts"),
            definition(
                    "waitingSeconds",
                    names("Odotusaika vastaukseen", "Väntetid till svar", "Waiting time for an answer"),
                    WAITING_TIMES
                            + "A contact waits from its start until a person's first answer or until it is settled without"
                            + " a reply; a waiting one has waited from its start until asOf.",
                    "seconds"),
            definition(
                    "assignmentSeconds",
                    names("Odotusaika käsittelijään", "Väntetid till handläggare", "Waiting time for a person"),
                    WAITING_TIMES
                            + "From the start of a contact until the conversation is first assigned to a person after it"
                            + " (or answered or settled, if that is told first); until asOf when none of these has happened.",
                    "seconds"),
            definition(
                    "customers",
                    names("Asiakkaat", "Kunder", "Customers"),
                    "Different customers behind the contacts of the interval, by the latest identification known today."
                            + " Contacts not identified yet are not counted.",
                    "customers"),
            definition(
                    "issues.opened",
                    names("Avatut asiat", "Öppnade ärenden", "Opened issues"),
                    "Issues opened at an instant in [from, to).",
                    "issues"),
            definition(
                    "issues.resolved",
                    names("Ratkaistut asiat", "Lösta ärenden", "Resolved issues"),
                    "Issues with a resolution at an instant in [from, to) which held until asOf: the customer did not come"
                            + " back to the matter, and nobody of the company reopened it.",
                    "issues"),
            definition(
                    "issues.resolvedAtFirstContact",
                    names(
                            "Ensimmäisellä yhteydenotolla ratkaistut asiat",
                            "Ärenden lösta vid första kontakten",
                            "Issues resolved at the first contact"),
                    "Resolved issues whose resolution was their first and which had one contact, in all channels together,"
                            + " before it and none after it by asOf. Contacts and issues count as people have put them"
                            + " right since.",
                    "issues"),
            definition(
                    "messages.received",
                    names("Vastaanotetut viestit", "Mottagna meddelanden", "Messages received"),
                    "Messages from customers that were stored at an instant in [from, to); automatic ones are not counted.",
                    "messages"),
            definition(
                    "messages.automatic",
                    names("Automaattiset viestit", "Automatiska meddelanden", "Automatic messages"),
                    "Auto-replies and bounces that were stored at an instant in [from, to).",
                    "messages"),
            definition(
                    "messages.sent",
                    names("Lähetetyt viestit", "Skickade meddelanden", "Messages sent"),
                    "Messages to customers, from persons, bots and the system, that were stored at an instant in"
                            + " [from, to), whatever became of their delivery.",
                    "messages"),
            definition(
                    "offers.made",
                    names("Tehdyt tarjoukset", "Gjorda erbjudanden", "Offers made"),
                    "Offers of work to a person made at an instant in [from, to). Each is accepted, declined, timed out,"
                            + " rescinded or pending at asOf; the first outcome told holds.",
                    "offers"),
            definition(
                    "offers.accepted",
                    names("Hyväksytyt tarjoukset", "Accepterade erbjudanden", "Offers accepted"),
                    "offers.made which the person accepted by asOf.",
                    "offers"),
            definition(
                    "offers.declined",
                    names("Hylätyt tarjoukset", "Avböjda erbjudanden", "Offers declined"),
                    "offers.made which the person declined by asOf.",
                    "offers"),
            definition(
                    "offers.timedOut",
                    names("Rauenneet tarjoukset", "Förfallna erbjudanden", "Offers timed out"),
                    "offers.made which nobody answered in time, by asOf.",
                    "offers"),
            definition(
                    "offers.rescinded",
                    names("Perutut tarjoukset", "Återtagna erbjudanden", "Offers rescinded"),
                    "offers.made which were taken back by asOf, for example because the person or the customer had gone.",
                    "offers"),
            definition(
                    "offers.pending",
                    names("Avoimet tarjoukset", "Öppna erbjudanden", "Offers pending"),
                    "offers.made without an outcome by asOf.",
                    "offers"));

    private Definitions() {}

    private static Map<String, String> names(String finnish, String swedish, String english) {
        return Map.of("fi", finnish, "sv", swedish, "en", english);
    }

    private static Definition definition(String id, Map<String, String> name, String formula, String unit) {
        return new Definition(id, name, formula, 1, unit);
    }
}
