package org.bankfeed.matching;

/**
 * What was written of a company's history.
 *
 * @param lines bank lines
 * @param documents invoices and credit notes
 * @param decisions what was decided of a line, by a person or by itself
 * @param complete false if whoever heard the progress ended it: the file is not to be used
 */
public record HistoryExport(long lines, long documents, long decisions, boolean complete) {}
