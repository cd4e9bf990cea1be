-- The outcomes that the rules of protocols speak of: see lib/results/result.ts.
alter type report_outcome rename value 'normal' to 'nothing_new';
alter type report_outcome rename value 'inconclusive' to 'uncertain';
alter type report_outcome rename value 'abnormal' to 'needs_action';
alter type report_outcome add value 'inadequate';

-- A report says what it comes to; without that no rule could be asked.
alter table result add constraint result_report_has_outcome check (report_text is null or outcome is not null);
