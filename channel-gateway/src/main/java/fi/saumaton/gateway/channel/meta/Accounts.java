/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which channel an account of ours (a number, a page) is. An app has one hook for all its accounts, so what comes in through one channel's hook may be
 * another's; only one of the same app, though: the secret of one must not open another.
 */
public final class Accounts {
    private final Map<Key, String> channels;

    private record Key(String appSecret, String account) {}

    /**
     * One configured channel.
     *
     * @param account Meta's id of the number, the page or the Instagram account
     */
    public record Account(String channel, String account, MetaApp app) {}

    public Accounts(Collection<Account> accounts) {
        this.channels = accounts.stream()
                .collect(Collectors.toUnmodifiableMap(
                        account -> new Key(account.app().appSecret(), account.account()), Account::channel));
    }

    /** The channel of an account, null when there is none. */
    public UnaryOperator<String> of(MetaApp app) {
        return account -> channels.get(new Key(app.appSecret(), account));
    }
}
