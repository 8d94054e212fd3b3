/**
 * The conventions of the REST interfaces: RFC 9457 problems with a stable type and a title in the reader's language,
 * cursor paging, idempotency keys.
 */
package fi.saumaton.kit.web;
