/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.kit.sql.Sql;

/** The tables {@code delivery_pause} and {@code delivery_rate}: what all replicas together have to wait for. Times are the database's. */
@ApplicationScoped
class PauseRepository {
    /** For a whole channel; no handle is empty. */
    static final String EVERYBODY = "";

    private final Sql sql;

    PauseRepository(Sql sql) {
        this.sql = sql;
    }

    /** Nothing goes there for so long; never shortens a pause. Who has waited before is not told of failures: they begin at none. */
    Uni<Integer> pause(String channel, String recipient, Duration length) {
        return sql.update("""
                insert into delivery_pause as p (channel, recipient, until, failures)
                values (?1, ?2, now() + make_interval(secs => ?3), 0)
                on conflict (channel, recipient) do update set until = greatest(p.until, excluded.until)
                """, channel, recipient, DeliveryRepository.seconds(length));
    }

    /**
     * Nothing goes there for a while that doubles with every failure in a row. Attempts that ran side by side fail once: only what fails when no pause is on
     * counts.
     */
    Uni<Integer> backOff(String channel, String recipient, Duration first, Duration longest) {
        return sql.update(
                """
                insert into delivery_pause as p (channel, recipient, until, failures)
                values (?1, ?2, now() + make_interval(secs => ?3), 1)
                on conflict (channel, recipient) do update
                set until = now() + make_interval(secs => least(?4, ?3 * power(2, least(p.failures, 20)))), failures = p.failures + 1
                where p.until <= now()
                """, channel, recipient, DeliveryRepository.seconds(first), DeliveryRepository.seconds(longest));
    }

    /** Something has gone through: failures begin anew. A pause that still runs stays: it was asked for. */
    Uni<Integer> recovered(String channel, String recipient) {
        return sql.update(
                "delete from delivery_pause where channel = ?1 and recipient in ('', ?2) and until <= now()",
                channel,
                recipient);
    }

    /** Pauses that are long over and of which nobody has heard since. */
    Uni<Integer> forget() {
        return sql.update("delete from delivery_pause where until < now() - interval '1 day'");
    }

    /**
     * What a channel may send now, and when it may again.
     *
     * @param next null while more may go at once
     */
    record Allowance(int messages, Duration next) {}

    /** Locks the channel's row until the end of the transaction: replicas share one allowance. */
    Uni<Allowance> allowance(String channel, Rates rates, int most) {
        return sql.update(
                        "insert into delivery_rate (channel, due_at) values (?1, now()) on conflict do nothing",
                        channel)
                .chain(() -> sql.rows(
                        "select due_at, clock_timestamp() from delivery_rate where channel = ?1 for update", channel))
                .map(rows -> allowance((Instant) rows.getFirst()[0], (Instant) rows.getFirst()[1], rates, most));
    }

    Uni<Integer> used(String channel, Rates rates, int messages) {
        return sql.update("""
                update delivery_rate
                set due_at = greatest(due_at, clock_timestamp()) + make_interval(secs => ?2) where channel = ?1
                """, channel, messages / rates.perSecond());
    }

    static Allowance allowance(Instant dueAt, Instant now, Rates rates, int most) {
        double ahead = Math.max(0, Duration.between(now, dueAt).toNanos() / 1e9) * rates.perSecond();
        int free = (int) Math.floor(Math.max(1, rates.burst()) - ahead + 1e-6);
        if (free >= 1) {
            return new Allowance(Math.min(free, most), free > most ? null : gap(rates));
        }
        double missing = ahead - Math.max(1, rates.burst()) + 1;
        return new Allowance(0, Duration.ofNanos((long) Math.ceil(missing / rates.perSecond() * 1e9)));
    }

    private static Duration gap(Rates rates) {
        return Duration.ofNanos((long) (1e9 / rates.perSecond()));
    }
}
