-- Up to which document the open lines were judged. What the books hold already counts as judged.
ALTER TABLE company ADD COLUMN judged_sequence bigint DEFAULT 0 NOT NULL;
UPDATE company SET judged_sequence = last_sequence;
CREATE INDEX item_by_state ON item (company, state, sequence);
