/** The pages in a real browser. */
package fi.saumaton.system.browser;
