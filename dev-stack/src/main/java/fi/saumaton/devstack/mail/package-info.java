/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** GreenMail as the company's and the customers' mail server; its mailboxes live as long as it does. */
package fi.saumaton.devstack.mail;
