package org.vectorscope.contrast;

/** Whether the model's chat template is put around what it reads. */
public enum TemplateChoice {
    /** The chat template where the model has one. */
    AUTO,
    /** Plain text, whatever the model has. */
    NONE
}
