package org.vectorscope.ui.shell;

/** What the header, the navigation and the keyboard can open. */
interface Dialogs {
    void palette();

    void about();

    void settings();

    void tour();

    void jobs();
}
