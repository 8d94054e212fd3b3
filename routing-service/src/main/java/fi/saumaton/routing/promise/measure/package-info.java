/** {@code ./dev measure promises}: how well drafts are found in labelled sentences. */
package fi.saumaton.routing.promise.measure;
