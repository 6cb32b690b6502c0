/** ED-8: noticing one's own signs of misuse, and a plan for them. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const ownSigns: EducationModule = {
  id: 'ed-8',
  version: 1,
  title: said('Noticing your own signs', 'Reconocer sus propias señales'),
  objectives: [
    said(
      'Name three signs that would tell you something is off.',
      'Nombrar tres señales que le avisarían que algo no anda bien.',
    ),
    said('Know your first step.', 'Saber cuál es su primer paso.'),
  ],
  sections: [
    {
      id: 'signs',
      title: said('Signs to watch for', 'Señales a las que hay que estar atento'),
      text: said(
        'Some signs show up early. You want a dose to get away from feelings. You count the days to the next one. You ask for more, or sooner. You hide it, or keep it from us. You look for ketamine somewhere else.',
        'Algunas señales aparecen pronto. Quiere una dosis para escapar de lo que siente. Cuenta los días para la próxima. Pide más, o más pronto. Lo esconde o no nos lo dice. Busca ketamina en otro lugar.',
      ),
      cites: ['chubbs-2022', 'swainson-2022', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'your-three',
      title: said('Pick your three', 'Escoja las suyas'),
      text: said(
        'You know yourself best. Think of three signs that would warn you. Write them down. Show them to us and to one person you trust. Ask that person to tell you if they see one.',
        'Usted se conoce mejor que nadie. Piense en tres señales que lo pondrían en alerta. Anótelas. Muéstrenoslas a nosotros y a una persona de confianza. Pídale a esa persona que le diga si ve alguna.',
      ),
      cites: ['judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'first-step',
      title: said('Your first step', 'Su primer paso'),
      text: said(
        'If you notice a sign, message or call the clinic. You do not have to be sure. We will talk, and change the plan with you if need be. It is not a test, and you will not be in trouble for it. Telling us early makes it easier to help.',
        'Si nota una señal, mande un mensaje o llame a la clínica. No tiene que estar seguro. Hablaremos y, si hace falta, cambiaremos el plan con usted. No es un examen y nadie lo va a regañar. Avisar pronto hace más fácil ayudarle.',
      ),
      cites: ['judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'off-schedule',
      title: said('Doses off schedule', 'Dosis fuera del plan'),
      text: said(
        'A dose at a time we did not plan is misuse, even if you meant well. It can also be unsafe, as nobody watches you. If it happened, tell us. We would rather know than guess.',
        'Una dosis en un momento que no planeamos es un mal uso, aunque su intención haya sido buena. También puede ser peligroso, porque nadie lo está vigilando. Si pasó, avísenos. Preferimos saberlo a tener que adivinar.',
      ),
      cites: ['esketamine-label-us', 'fda-2023', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
  ],
  questions: [
    {
      id: 'ed-8-sign',
      asks: said('Which of these is a warning sign?', '¿Cuál de estas es una señal de alerta?'),
      answers: [
        { id: 'nervous', text: said('Being nervous before a first dose', 'Estar nervioso antes de la primera dosis') },
        {
          id: 'escape',
          text: said('Wanting a dose to get away from feelings', 'Querer una dosis para escapar de lo que siento'),
        },
        { id: 'questions', text: said('Asking questions about risks', 'Hacer preguntas sobre los riesgos') },
      ],
      right: 'escape',
      explains: said(
        'Nerves and questions are fine. Wanting a dose to get away from feelings is a sign to tell us about. Many people have hard feelings. We can help with them in other ways too.',
        'Los nervios y las preguntas están bien. Querer una dosis para escapar de lo que siente es una señal que nos debe contar. Muchas personas tienen sentimientos difíciles. También podemos ayudarle de otras formas.',
      ),
      safetyCritical: false,
      taughtIn: 'signs',
    },
    {
      id: 'ed-8-first-step',
      asks: said(
        'You notice one of your signs. What is your first step?',
        'Nota una de sus señales. ¿Cuál es su primer paso?',
      ),
      answers: [
        { id: 'message', text: said('Message or call the clinic', 'Mandar un mensaje o llamar a la clínica') },
        { id: 'stop-alone', text: said('Deal with it alone and tell nobody', 'Resolverlo solo y no decirle a nadie') },
        { id: 'wait-month', text: said('Wait a month to be sure', 'Esperar un mes para estar seguro') },
      ],
      right: 'message',
      explains: said(
        'You do not have to handle it alone or be sure. A short message to us is enough to start.',
        'No tiene que resolverlo solo ni estar seguro. Un mensaje corto es suficiente para empezar.',
      ),
      safetyCritical: false,
      taughtIn: 'first-step',
    },
    {
      id: 'ed-8-off-schedule',
      asks: said('Using ketamine when it is not scheduled is:', 'Usar ketamina cuando no está programado es:'),
      answers: [
        { id: 'fine-if-small', text: said('Fine, if the dose is small', 'Aceptable, si la dosis es pequeña') },
        { id: 'my-choice', text: said('Between me and my friends', 'Algo entre mis amigos y yo') },
        { id: 'misuse', text: said('Misuse. I tell the clinic', 'Un mal uso. Le aviso a la clínica') },
      ],
      right: 'misuse',
      explains: said(
        'Even a small dose off schedule can be unsafe, and it counts as misuse. Tell us. We will not blame you.',
        'Incluso una dosis pequeña fuera del plan puede ser peligrosa, y cuenta como mal uso. Avísenos. No lo vamos a juzgar.',
      ),
      safetyCritical: false,
      taughtIn: 'off-schedule',
    },
  ],
}
