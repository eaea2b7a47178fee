/** Makes this process a page: to be imported before what looks for one. */

import { GlobalRegistrator } from "@happy-dom/global-registrator";

GlobalRegistrator.register();
