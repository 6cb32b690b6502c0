import { ciOpenGlobeAcuteGlaucoma } from './ci-open-globe-acute-glaucoma.rule.ts'
import { glaucomaIop } from './glaucoma-iop.rule.ts'

export const eye = [ciOpenGlobeAcuteGlaucoma, glaucomaIop]
