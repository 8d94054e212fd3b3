/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.Locale;

/** A decision in one sentence, made from its terms. */
public enum Explanation {
    EN(
            "Offered to %1$s after %2$d min of waiting, because %3$s%4$s.",
            "; next would have been %1$s (%2$.1f against %3$.1f minutes)",
            "nobody else could take it",
            "%1$s served this customer within the last 72 hours",
            "%1$s speaks the customer's language",
            "%1$s had been idle longest",
            "all were equally suited and %1$s is first in order"),
    FI(
            "Tarjottiin %2$d minuutin odotuksen jälkeen agentille %1$s, koska %3$s%4$s.",
            "; seuraava olisi ollut %1$s (%2$.1f ja %3$.1f minuuttia)",
            "kukaan muu ei voinut ottaa sitä",
            "%1$s palveli samaa asiakasta viimeisten 72 tunnin aikana",
            "%1$s puhuu asiakkaan kieltä",
            "%1$s oli ollut pisimpään vapaana",
            "kaikki sopivat yhtä hyvin ja %1$s on järjestyksessä ensimmäinen"),
    SV(
            "Erbjöds %1$s efter %2$d minuters väntan, eftersom %3$s%4$s.",
            "; näst i tur var %1$s (%2$.1f mot %3$.1f minuter)",
            "ingen annan kunde ta det",
            "%1$s har betjänat samma kund under de senaste 72 timmarna",
            "%1$s talar kundens språk",
            "%1$s hade varit ledig längst",
            "alla passade lika bra och %1$s är först i ordningen");

    private final String sentence;
    private final String runnerUp;
    private final String only;
    private final String lastAgent;
    private final String language;
    private final String idle;
    private final String order;

    Explanation(
            String sentence,
            String runnerUp,
            String only,
            String lastAgent,
            String language,
            String idle,
            String order) {
        this.sentence = sentence;
        this.runnerUp = runnerUp;
        this.only = only;
        this.lastAgent = lastAgent;
        this.language = language;
        this.idle = idle;
        this.order = order;
    }

    public String of(Decision decision) {
        Locale locale = Locale.of(name().toLowerCase(Locale.ROOT));
        Decision.Candidate chosen = decision.chosen();
        Decision.Candidate next = decision.runnerUp();
        String because = because(chosen, next).formatted(chosen.name());
        String behind = next == null ? "" : String.format(locale, runnerUp, next.name(), chosen.score(), next.score());
        long waited =
                Math.max(0, Duration.between(decision.dueSince(), decision.at()).toMinutes());
        return String.format(locale, sentence, chosen.name(), waited, because, behind);
    }

    /** The first term, in order of weight, that sets the chosen one apart from the next. */
    private String because(Decision.Candidate chosen, Decision.Candidate next) {
        if (next == null) {
            return only;
        }
        if (chosen.terms().lastAgent() > next.terms().lastAgent()) {
            return lastAgent;
        }
        if (chosen.terms().language() > next.terms().language()) {
            return language;
        }
        return chosen.idleSince().isBefore(next.idleSince()) ? idle : order;
    }
}
