//! Offers to install the page as an app, when the browser lets it.

export class Installer {
  readonly #tell: (installable: boolean) => void;
  #question: BeforeInstallPromptEvent | null = null;

  constructor(tell: (installable: boolean) => void) {
    this.#tell = tell;
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#hold(event);
    });
    window.addEventListener('appinstalled', () => this.#hold(null));
  }

  /** Shows the browser's own question; a question can be asked once. */
  async ask(): Promise<boolean> {
    const question = this.#question;
    if (!question) return false;
    this.#hold(null);
    await question.prompt();
    return (await question.userChoice).outcome === 'accepted';
  }

  #hold(question: BeforeInstallPromptEvent | null): void {
    this.#question = question;
    this.#tell(question !== null);
  }
}
