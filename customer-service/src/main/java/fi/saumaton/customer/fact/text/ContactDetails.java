/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** The writer's e-mail addresses and telephone numbers. */
final class ContactDetails {
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}._%+-]{1,64})@([\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,4}\\.\\p{L}{2,24})");
    private static final Pattern WEB = Pattern.compile("(?i)(?:https?://|www\\.)\\S+");

    /** Cheap, to spare most texts the search through all countries' numbering plans. */
    private static final Pattern MAYBE_PHONE =
            Pattern.compile("(?<![\\w.,])(?:\\+|00|\\(?0)\\d[\\d ()/.\\u00a0-]{4,20}\\d");

    /** Numbers of companies (free, premium, universal access) are nobody's own. */
    private static final Set<PhoneNumberType> PERSONAL =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** Numbers looked at in one text: a list of numbers is nobody's own. */
    private static final int MOST = 20;

    private final CompanyFile.Own own;
    private final String region;
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /** @param region ISO 3166 code of the country whose numbers people write without a country code */
    ContactDetails(CompanyFile.Own own, String region) {
        this.own = own;
        this.region = region;
    }

    void emails(Passage passage) {
        if (passage.text().indexOf('@') >= 0) {
            var matches = EMAIL.matcher(passage.text());
            while (matches.find()) {
                email(passage, matches.start(), matches.end(), matches.group(1), matches.group(2));
            }
        }
        if (passage.text().indexOf("://") >= 0 || passage.text().indexOf("www.") >= 0) {
            WEB.matcher(passage.text()).results().forEach(web -> passage.take(web.start(), web.end()));
        }
    }

    private void email(Passage passage, int start, int end, String local, String domain) {
        passage.take(start, end);
        var mailbox = local.toLowerCase(Locale.ROOT);
        var host = domain.toLowerCase(Locale.ROOT);
        if (!own.domains().contains(host) && !own.mailboxes().contains(mailbox) && isWriters(passage, start, end)) {
            passage.add("email", mailbox + "@" + host, start, end, 0.95);
        }
    }

    void phones(Passage passage) {
        var text = passage.text();
        var maybe = MAYBE_PHONE.matcher(text);
        for (int n = 0; n < MOST && maybe.find(); n++) {
            if (passage.isFree(maybe.start(), maybe.end())) {
                phone(passage, maybe.start(), maybe.end());
            }
        }
    }

    /**
     * libphonenumber's own search in texts costs a millisecond and more per number: it is given what the cheap pattern
     * has found. The pattern takes what follows a number for a part of it; so the end is drawn in until it is one.
     */
    private void phone(Passage passage, int start, int end) {
        int last = end;
        var number = parse(passage.text().substring(start, last));
        while (number == null && (last = passage.text().lastIndexOf(' ', last - 1)) > start + 5) {
            number = parse(passage.text().substring(start, last));
        }
        if (number == null || isNamedOtherwise(passage, start)) {
            return;
        }
        passage.take(start, last);
        var written = phones.format(number, PhoneNumberFormat.E164);
        boolean personal = PERSONAL.contains(phones.getNumberType(number));
        if (personal && !own.phones().contains(written) && isWriters(passage, start, last)) {
            passage.add("phone", written, start, last, 0.95);
        }
    }

    /** Null when it is no number of any country's plan. */
    private PhoneNumber parse(String written) {
        try {
            var number = phones.parse(written, region);
            return phones.isValidNumber(number) ? number : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    /** "order number 0401234567": what a word right before it says is believed. */
    private static boolean isNamedOtherwise(Passage passage, int start) {
        var words = passage.words();
        int before = words.at(start) - 1;
        while (words.is(before, Tag.FILLER) && !words.is(before, Tag.LABEL) && !words.is(before, Tag.OTHER_NUMBER)) {
            before--;
        }
        return words.inOneSentence(before, words.at(start))
                && (words.is(before, Tag.LABEL) || words.is(before, Tag.OTHER_NUMBER))
                && !ContextRule.hasComma(words, before);
    }

    private static boolean isWriters(Passage passage, int start, int end) {
        var words = passage.words();
        int from = words.at(start);
        int to = words.at(end - 1);
        return !(ContextRule.isExample(words, from, to)
                || ContextRule.isDenied(words, from)
                || ContextRule.isWrong(words, from, to)
                || ContextRule.isFormer(words, from, to)
                || ContextRule.isSomebodys(words, from, to)
                || ContextRule.isOurs(words, from));
    }
}
