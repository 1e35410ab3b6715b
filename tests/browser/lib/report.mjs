// Counts what passed and prints what did not.
export class Report {
  passed = 0;
  failed = 0;

  add(name, findings) {
    if (findings.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    console.log(`\nFAIL ${name}`);
    for (const finding of new Set(findings)) console.log(`     ${finding}`);
  }

  // A suite that looked at nothing has not passed.
  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}
