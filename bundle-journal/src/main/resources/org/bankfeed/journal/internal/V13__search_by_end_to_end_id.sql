-- A search looks into end-to-end id and mandate too. What banks write where there is none is no id of a line.
UPDATE line
    SET search_text = search_text || CHR(10) || LOWER(end_to_end_id)
    WHERE end_to_end_id IS NOT NULL AND UPPER(TRIM(end_to_end_id)) NOT IN ('', 'NOTPROVIDED');
UPDATE line
    SET search_text = search_text || CHR(10) || LOWER(mandate_id)
    WHERE mandate_id IS NOT NULL AND TRIM(mandate_id) <> '';
UPDATE same_line
    SET search_text = search_text || CHR(10) || LOWER(end_to_end_id)
    WHERE end_to_end_id IS NOT NULL AND UPPER(TRIM(end_to_end_id)) NOT IN ('', 'NOTPROVIDED');
UPDATE same_line
    SET search_text = search_text || CHR(10) || LOWER(mandate_id)
    WHERE mandate_id IS NOT NULL AND TRIM(mandate_id) <> '';
