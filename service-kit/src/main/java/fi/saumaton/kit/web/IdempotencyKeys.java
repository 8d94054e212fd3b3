/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** The {@code Idempotency-Key} header: a request that comes twice has its effect once and gets the same answer. */
@ApplicationScoped
public class IdempotencyKeys {

    private static final int LONGEST = 255;

    /** Waits for a concurrent request with the same key: its row is there, but not committed. */
    private static final String CLAIM = """
            insert into idempotency_key (caller, key, request_hash, response) values (?1, ?2, ?3, cast('null' as jsonb))
            on conflict do nothing
            """;

    private static final String STORED =
            "select request_hash, cast(response as text) from idempotency_key where caller = ?1 and key = ?2";
    private static final String STORE =
            "update idempotency_key set response = cast(?3 as jsonb) where caller = ?1 and key = ?2";

    private final Sql sql;
    private final ObjectMapper mapper;

    IdempotencyKeys(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /**
     * Inside a write transaction: the work, or the stored answer when this caller has sent this key before.
     *
     * @param caller whose key it is, the token's subject
     * @param key the header's value; {@code null} means just the work
     * @param request what the answer depends on; the same key with another request is a problem
     */
    public <T> Uni<T> once(String caller, String key, Object request, Class<T> responseType, Supplier<Uni<T>> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            return Uni.createFrom()
                    .failure(new Problem(CommonProblem.INVALID, "The Idempotency-Key is empty or too long"));
        }
        String hash = hash(request);
        return sql.update(CLAIM, caller, key, hash)
                .chain(claimed -> claimed == 1 ? first(caller, key, work) : stored(caller, key, hash, responseType));
    }

    private <T> Uni<T> first(String caller, String key, Supplier<Uni<T>> work) {
        return work.get().call(response -> sql.update(STORE, caller, key, sql.json(response)));
    }

    private <T> Uni<T> stored(String caller, String key, String hash, Class<T> responseType) {
        return sql.rows(STORED, caller, key).map(rows -> answer(rows, hash, responseType));
    }

    private <T> T answer(List<Object[]> rows, String hash, Class<T> responseType) {
        Object[] row = rows.getFirst();
        if (!hash.equals(row[0])) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key came with another request before");
        }
        try {
            return mapper.readValue((String) row[1], responseType);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored response is unreadable as " + responseType.getName(), e);
        }
    }

    private String hash(Object request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(mapper.writeValueAsString(request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalArgumentException("A request without a hash", e);
        }
    }
}
