/** What routing's resources share: versions as ETags and the problems more than one of them answers with. */
package fi.saumaton.routing.web;
