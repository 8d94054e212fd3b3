/** The reference of the bench's figure <i>accepted</i>; never deployed. */
package fi.saumaton.bare;
