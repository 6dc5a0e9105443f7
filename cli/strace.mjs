import { installFromDebian } from './apt.mjs'

/** Lets a test write down what a process does to its files, to replay a power cut; only Linux has it. */
export async function installStrace(say) {
  if (process.platform === 'linux') await installFromDebian({ name: 'strace', ask: ASK, say })
}

const ASK = `Test af strømsvigt mangler strace. Kør dette, og start igen:
sudo apt-get update && sudo apt-get install -y strace`
