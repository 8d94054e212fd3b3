/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * The stream: what happened for one recipient ({@code agent:<sub>}, {@code visitor:<id>}), numbered without holes by the transaction that stored it,
 * pushed to open sockets after the commit, and read again from the table by whoever missed something.
 *
 * <p>Owner of the topic {@code gateway.wakeups}: replicas tell each other whose table to read. It may lose records; a sweep behind it finds what it missed.
 */
package fi.saumaton.gateway.stream;
