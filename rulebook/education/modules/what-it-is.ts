/** ED-1: what ketamine is and what it is not. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const whatItIs: EducationModule = {
  id: 'ed-1',
  version: 1,
  title: said('What this medicine is, and what it is not', 'Qué es este medicamento y qué no es'),
  objectives: [
    said('Name your medicine and what it does.', 'Decir cómo se llama su medicamento y qué hace.'),
    said(
      'Know that it supports your other care. It does not replace it.',
      'Saber que apoya el resto de su atención, pero no la reemplaza.',
    ),
  ],
  sections: [
    {
      id: 'what-it-is',
      title: said('What it is', 'Qué es'),
      text: said(
        'Ketamine is a medicine. At a high dose, doctors use it to put people to sleep for surgery. At a low dose, it can lift low mood in some people. Esketamine is made from one half of ketamine. It comes as a nose spray. In these lessons, “ketamine” means both, unless we say which one.',
        'La ketamina es un medicamento. En dosis altas, los médicos la usan para dormir a las personas durante una cirugía. En dosis bajas, puede mejorar el ánimo de algunas personas. La esketamina es una de las dos mitades de la ketamina y viene como aerosol para la nariz. En estas lecciones, “ketamina” quiere decir las dos, a menos que digamos cuál.',
      ),
      cites: ['ketamine-label-us', 'esketamine-label-us', 'zarate-2006'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'how-it-works',
      title: said('How it works', 'Cómo actúa'),
      text: said(
        'Ketamine changes how brain cells talk to each other. It seems to act on more than one system in the brain. One of them may be the system that opioid pain pills act on. Experts do not yet agree on how it helps.',
        'La ketamina cambia la forma en que se comunican las células del cerebro. Parece actuar en más de un sistema del cerebro. Uno de ellos podría ser el mismo en el que actúan los opioides, que se usan para el dolor. Los expertos todavía no se ponen de acuerdo en cómo ayuda.',
      ),
      cites: ['williams-2018', 'yoon-2019'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'not-a-cure',
      title: said('It is not a cure', 'No es una cura'),
      text: said(
        'Some people feel better within hours or days. Some people do not feel better at all. When it helps, the effect often fades. Most people who get better will feel low again if their care stops there. Feeling low again is not your fault. It is a reason to call us.',
        'Algunas personas se sienten mejor en horas o días. Otras no sienten ninguna mejoría. Cuando ayuda, el efecto muchas veces se va perdiendo. La mayoría de las personas que mejoran vuelven a decaer si su atención termina ahí. Si eso pasa, no es culpa suya. Es una razón para llamarnos.',
      ),
      cites: ['zarate-2006', 'phillips-2019', 'wilkinson-2021'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'part-of-a-plan',
      title: said('One part of your plan', 'Una parte de su plan'),
      text: said(
        'Ketamine is one part of your plan. Talk therapy, sleep, moving your body, and people who stand by you are parts of it too. Keep taking your other medicines. Do not stop one unless the person who prescribed it tells you to.',
        'La ketamina es una parte de su plan. También lo son la terapia, el sueño, mover el cuerpo y las personas que lo acompañan. Siga tomando sus otros medicamentos. No deje ninguno a menos que se lo indique quien se lo recetó.',
      ),
      cites: ['garel-2023', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'feeling-apart',
      title: said('Feeling far away', 'Sentirse lejos'),
      text: said(
        'After a dose you may feel far from your body or from the room. Time may seem slow. Things may look or sound strange. This is expected. Staff watch over you the whole time. For most people, these feelings are gone within two hours.',
        'Después de una dosis, puede sentirse lejos de su cuerpo o del lugar donde está. El tiempo puede parecer lento. Las cosas pueden verse o sonar raras. Esto es de esperarse. El personal lo cuida todo el tiempo. En la mayoría de las personas, estas sensaciones se van en dos horas.',
      ),
      cites: ['acevedo-diaz-2020'],
      confidence: 'med',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-1-cure',
      asks: said('Is ketamine a lasting cure?', '¿La ketamina cura para siempre?'),
      answers: [
        {
          id: 'yes-after-series',
          text: said('Yes, after one full series of doses', 'Sí, después de una serie completa de dosis'),
        },
        {
          id: 'no-effects-fade',
          text: said(
            'No. The effect often fades, so therapy and daily habits count too',
            'No. El efecto muchas veces se pierde, por eso también cuentan la terapia y los hábitos',
          ),
        },
        {
          id: 'yes-if-felt',
          text: said('Yes, if the first dose feels strong', 'Sí, si la primera dosis se siente fuerte'),
        },
      ],
      right: 'no-effects-fade',
      explains: said(
        'We wish it were so. Ketamine can help, but the effect often fades with time. That is why therapy and daily habits are in your plan.',
        'Ojalá fuera así. La ketamina puede ayudar, pero el efecto muchas veces se pierde con el tiempo. Por eso su plan incluye terapia y hábitos diarios.',
      ),
      safetyCritical: false,
      taughtIn: 'not-a-cure',
    },
    {
      id: 'ed-1-plan',
      asks: said('Which of these is also part of your plan?', '¿Cuál de estas cosas también es parte de su plan?'),
      answers: [
        {
          id: 'therapy-and-habits',
          text: said(
            'Therapy, sleep, activity, or a support group',
            'La terapia, el sueño, la actividad o un grupo de apoyo',
          ),
        },
        { id: 'extra-doses', text: said('Extra doses on hard days', 'Dosis extra en los días difíciles') },
        { id: 'nothing', text: said('Nothing else is needed', 'No hace falta nada más') },
      ],
      right: 'therapy-and-habits',
      explains: said(
        'The medicine is only one part. Therapy, sleep, activity and people who support you are parts of your plan as well.',
        'El medicamento es solo una parte. La terapia, el sueño, la actividad y las personas que lo apoyan también son parte de su plan.',
      ),
      safetyCritical: false,
      taughtIn: 'part-of-a-plan',
    },
    {
      id: 'ed-1-detached',
      asks: said(
        'You feel detached for a while after a dose. This is:',
        'Después de una dosis se siente desconectado por un rato. Esto es:',
      ),
      answers: [
        { id: 'damage', text: said('A sign of harm to the brain', 'Una señal de daño en el cerebro') },
        { id: 'must-stop', text: said('A reason never to come back', 'Una razón para no volver nunca') },
        {
          id: 'expected',
          text: said(
            'Expected. It passes, and staff are with you',
            'De esperarse. Se pasa, y el personal está con usted',
          ),
        },
      ],
      right: 'expected',
      explains: said(
        'It can feel odd, and it is expected. It passes, most often within two hours. Tell staff if it scares you.',
        'Puede sentirse raro, y es de esperarse. Se pasa, casi siempre en menos de dos horas. Si le da miedo, dígaselo al personal.',
      ),
      safetyCritical: false,
      taughtIn: 'feeling-apart',
    },
  ],
}
