-- An account that a person entered has no connection until a link shares it. What he calls it stays his.
ALTER TABLE account ALTER COLUMN connection DROP NOT NULL;
ALTER TABLE account ADD COLUMN own_label varchar(200);

-- Carries the sum of each day: balances are reckoned back along it without touching the lines themselves.
CREATE INDEX line_movement ON line (company, account, execution_date, currency, amount);
