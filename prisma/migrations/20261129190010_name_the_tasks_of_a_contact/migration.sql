-- What is owed for a contact: an answer, a clinician's look where the answer is late, and the appointment that was promised.
alter type task_kind add value 'answer_contact';
alter type task_kind add value 'escalate_contact';
alter type task_kind add value 'see_after_contact';
