/** A book on its way, laid out as it will be. */
Component({});
