/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AutomaticMailTest {
    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted: auto-replied,AUTO_SUBMITTED",
        "Auto-Submitted: Auto-Generated (failure),AUTO_SUBMITTED",
        "Auto-Submitted: auto-notified; x=y,AUTO_SUBMITTED",
        "Return-Path: <>,NULL_RETURN_PATH",
        "List-Id: <list.example.test>,MAILING_LIST",
        "List-Unsubscribe: <mailto:x@y.test>,MAILING_LIST",
        "Precedence: BULK,BULK",
        "Precedence: junk,BULK",
        "Precedence: list,BULK",
        "X-Apple-Action: VACATION,VACATION",
        "X-Autoreply: yes,VACATION",
    })
    void machinesShowThemselves(String field, AutomaticMail reason) {
        assertEquals(
                reason,
                Mails.parse(Mails.mikko(field + "\n", "Olen lomalla"))
                        .automatic()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Auto-Submitted: no\n",
                "Auto-Submitted: \n",
                "X-Auto-Response-Suppress: All\n",
                "Precedence: first-class\n",
                "Return-Path: <mikko@example.test>\n",
                "List-Id: \n"
            })
    void peopleAreNoMachines(String field) {
        assertTrue(Mails.parse(Mails.mikko(field, "Hei")).automatic().isEmpty());
    }

    @Test
    void ourOwnAddressComingBackIsAutomatic() {
        assertEquals(
                AutomaticMail.OWN_ADDRESS,
                Mails.parse("From: SUPPORT@saumaton.test\nSubject: x\n\nx")
                        .automatic()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-reply@x.test",
                "noreply@x.test",
                "do_not_reply@x.test",
                "mailer-daemon@x.test",
                "bounces+1@x.test",
                "ei-vastata@x.test"
            })
    void nobodyReadsANoReplyAddress(String from) {
        assertEquals(
                AutomaticMail.NO_REPLY_SENDER,
                Mails.parse("From: " + from + "\n\nx").automatic().orElseThrow());
    }

    @Test
    void aWebFormNamesThePersonBehindIt() {
        assertTrue(Mails.parse("From: no-reply@shop.test\nReply-To: mikko@example.test\n\nx")
                .automatic()
                .isEmpty());
    }
}
