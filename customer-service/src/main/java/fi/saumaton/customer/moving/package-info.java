/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Moving in: contacts and tickets of other systems and of files, page by page, by the same rules as whatever comes in live.
 * Each system is a package of its own below this one. Owns no topic.
 */
package fi.saumaton.customer.moving;
