-- A letter is set in large print for somebody who reads that: the worker, which hands letters over, has to know.
grant select (information_needs) on patient to worker;
