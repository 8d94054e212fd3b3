/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The forms of the installation, by name: {@code contact} is the channel {@code form:contact}. */
@ConfigMapping(prefix = "saumaton.channel.form")
interface FormConfig {
    @WithParentName
    Map<String, Form> forms();

    /** One form. */
    interface Form {
        /** The mail channel that answers go out by, such as {@code email:support}; without it there are none but calls. */
        Optional<String> answerBy();

        /** Pages that may send it from a browser, such as {@code https://shop.example.com}. */
        Optional<Set<String>> origins();

        /** Messages that one address may send within ten minutes, as many of them at once. */
        @WithDefault("5")
        int perAddress();

        /** Messages that all addresses together may send within a minute. */
        @WithDefault("60")
        int perMinute();
    }
}
