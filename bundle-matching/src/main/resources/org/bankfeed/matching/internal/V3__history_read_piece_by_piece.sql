-- A company's own history is read in the order of arrival, some places at a time.
CREATE INDEX item_by_sequence ON item (company, sequence);
CREATE INDEX item_by_closing ON item (company, closed_sequence);
CREATE INDEX line_by_change ON line (company, changed_sequence);
