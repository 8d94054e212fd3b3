/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * A contact form on the company's pages. Whatever is typed into it is a claim: it opens nobody's history, continues nobody's conversation, and no mail goes
 * out before a person has read what came. Answers go by e-mail, through a mailbox of the company's.
 */
package fi.saumaton.gateway.channel.form;
