import './body.test.ts';
import './countdown.test.ts';
import './desk-events.test.ts';
import './pending-queue.test.ts';
import './stream.test.ts';
import './text.test.ts';
import './timeline.test.ts';
import './visitor.test.ts';
