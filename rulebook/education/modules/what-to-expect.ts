/** ED-11: how a visit goes, from the first check to going home. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const whatToExpect: EducationModule = {
  id: 'ed-11',
  version: 1,
  title: said('What to expect on the day', 'Qué esperar ese día'),
  objectives: [
    said('Know how a visit goes.', 'Saber cómo es una visita.'),
    said(
      'Know what staff watch, and what you can do if you feel scared.',
      'Saber qué vigila el personal y qué puede hacer si siente miedo.',
    ),
  ],
  sections: [
    {
      id: 'before',
      title: said('Before the dose', 'Antes de la dosis'),
      text: said(
        'We check your blood pressure, pulse, and breathing. We ask about food, drinks, sleep, mood, and your medicines. If something is not right, we wait. That is not a punishment. It keeps you safe.',
        'Le revisamos la presión, el pulso y la respiración. Le preguntamos por la comida, la bebida, el sueño, el ánimo y sus medicamentos. Si algo no está bien, esperamos. No es un castigo. Es para cuidarlo.',
      ),
      cites: ['esketamine-label-us', 'sanacora-2017'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'iv',
      title: said('An IV visit', 'Una visita con infusión'),
      text: said(
        'The medicine runs into a vein, most often for 40 minutes. The effect builds up slowly. It is strongest near the end. Then it fades. You stay at least 1 hour more, and some people stay 2 hours.',
        'El medicamento entra por una vena, casi siempre durante 40 minutos. El efecto sube poco a poco. Es más fuerte cerca del final. Luego baja. Usted se queda por lo menos 1 hora más, y algunas personas se quedan 2 horas.',
      ),
      concerns: { route: ['IV'] },
      cites: ['zarate-2006', 'riva-posse-2018', 'szarmach-2020'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'shot',
      title: said('A visit with a shot', 'Una visita con inyección'),
      text: said(
        'The shot goes into a muscle. The effect comes fast, and is strongest in about the first half hour. Once given, a shot cannot be stopped. So we start low. You stay at least 2 hours.',
        'La inyección va en un músculo. El efecto llega rápido y es más fuerte más o menos en la primera media hora. Una inyección ya puesta no se puede detener. Por eso empezamos con poco. Usted se queda por lo menos 2 horas.',
      ),
      concerns: { route: ['IM'] },
      cites: ['clements-1982', 'judgement'],
      confidence: 'low',
      basis: 'drv',
    },
    {
      id: 'spray',
      title: said('A visit with the nose spray', 'Una visita con el aerosol nasal'),
      text: said(
        'You spray it yourself while staff watch. You rest 5 minutes between devices. Your blood pressure is highest about 40 minutes later. You stay at least 2 hours, and longer if need be.',
        'Usted mismo se aplica el aerosol mientras el personal lo observa. Descansa 5 minutos entre un dispositivo y otro. La presión llega a lo más alto unos 40 minutos después. Se queda por lo menos 2 horas, o más si hace falta.',
      ),
      concerns: { route: ['IN'] },
      cites: ['esketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'lozenge',
      title: said('A visit with a lozenge', 'Una visita con una pastilla'),
      text: said(
        'You let the lozenge melt in your mouth. The effect comes slowly. It is often strongest after about 45 minutes. You stay at least 2 hours.',
        'Usted deja que la pastilla se deshaga en la boca. El efecto llega despacio. Muchas veces es más fuerte después de unos 45 minutos. Se queda por lo menos 2 horas.',
      ),
      concerns: { route: ['SL'] },
      cites: ['rolan-2014', 'chong-2006', 'judgement'],
      confidence: 'low',
      basis: 'drv',
    },
    {
      id: 'how-it-feels',
      title: said('How it may feel', 'Cómo puede sentirse'),
      text: said(
        'You may feel far away, dizzy, sleepy, or sick to your stomach. Your head may hurt. Things may look strange. In one study of the IV, more than half of the patients felt odd in such ways. Most were fine again within 2 hours.',
        'Puede sentirse lejos, mareado, con sueño o con náuseas. Le puede doler la cabeza. Las cosas pueden verse raras. En un estudio con infusión, más de la mitad de los pacientes se sintieron así. La mayoría ya estaba bien en 2 horas.',
      ),
      concerns: { drug: ['ketamine'] },
      cites: ['acevedo-diaz-2020', 'singh-2016'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'how-the-spray-feels',
      title: said('How the spray may feel', 'Cómo puede sentirse con el aerosol'),
      text: said(
        'In one study of the spray, about 3 in 10 people felt sick to their stomach. About 1 in 4 felt detached, and about 1 in 4 felt dizzy. About 1 in 5 got sleepy. For most people, this passes on the same day.',
        'En un estudio con el aerosol, cerca de 3 de cada 10 personas sintieron náuseas. Cerca de 1 de cada 4 se sintió desconectada, y cerca de 1 de cada 4 se mareó. A cerca de 1 de cada 5 le dio sueño. A la mayoría se le pasa el mismo día.',
      ),
      concerns: { drug: ['esketamine'] },
      cites: ['fedgchin-2019', 'esketamine-label-us'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'if-scared',
      title: said('If you feel scared', 'Si siente miedo'),
      text: said(
        'Tell staff. Say it or raise a hand. Breathe out slowly. Feel your feet or the chair. Remind yourself that it will pass. Staff can stay close, talk with you, and slow or stop an IV. Tell them at once if your chest hurts or you cannot breathe well.',
        'Dígale al personal. Hable o levante la mano. Suelte el aire despacio. Sienta los pies o la silla. Recuerde que se va a pasar. El personal puede quedarse cerca, hablarle y hacer más lenta o parar una infusión. Avise de inmediato si le duele el pecho o no respira bien.',
      ),
      cites: ['garel-2023', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'going-home',
      title: said('Going home', 'Volver a casa'),
      text: said(
        'After a spray, a shot, or a lozenge you stay at least 2 hours. You leave when you are awake, steady on your feet, and your readings are safe. Your adult takes you home. Rest. Do not drive until the next day, after a full night of sleep. Call us if something worries you. If it is an emergency, call {emergency}.',
        'Después de un aerosol, una inyección o una pastilla, se queda por lo menos 2 horas. Se va cuando está despierto, camina firme y sus signos están bien. Su acompañante lo lleva a casa. Descanse. No maneje hasta el día siguiente, después de dormir toda la noche. Llámenos si algo le preocupa. Si es una emergencia, llame al {emergency}.',
      ),
      cites: ['esketamine-label-us', 'aldrete-1995', 'chung-1995'],
      confidence: 'high',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-11-strongest',
      asks: said('When is an IV visit strongest?', '¿Cuándo es más fuerte una visita con infusión?'),
      answers: [
        { id: 'start', text: said('In the first minute', 'En el primer minuto') },
        { id: 'at-home', text: said('At home that night', 'En casa, esa noche') },
        { id: 'end', text: said('Near the end of the infusion', 'Cerca del final de la infusión') },
      ],
      right: 'end',
      explains: said(
        'The effect builds up while the medicine runs. It is strongest near the end of the infusion, and then it fades.',
        'El efecto sube mientras entra el medicamento. Es más fuerte cerca del final de la infusión y luego baja.',
      ),
      safetyCritical: false,
      taughtIn: 'iv',
      concerns: { route: ['IV'] },
    },
    {
      id: 'ed-11-stay',
      asks: said(
        'How long do you stay after a spray, a shot, or a lozenge?',
        '¿Cuánto tiempo se queda después de un aerosol, una inyección o una pastilla?',
      ),
      answers: [
        { id: 'until-bored', text: said('Until I want to go', 'Hasta que quiera irme') },
        {
          id: 'two-hours',
          text: said('At least 2 hours, and until I am steady', 'Por lo menos 2 horas, y hasta que esté bien'),
        },
        { id: 'half-hour', text: said('About half an hour', 'Más o menos media hora') },
      ],
      right: 'two-hours',
      explains: said(
        'You may feel ready sooner, but sleepiness and blood pressure can still change. Please stay at least 2 hours.',
        'Puede sentirse listo antes, pero el sueño y la presión todavía pueden cambiar. Por favor, quédese por lo menos 2 horas.',
      ),
      safetyCritical: false,
      taughtIn: 'going-home',
      concerns: { route: ['IM', 'IN', 'SL'] },
    },
    {
      id: 'ed-11-scared',
      asks: said('You feel scared during a dose. What do you do?', 'Siente miedo durante una dosis. ¿Qué hace?'),
      answers: [
        {
          id: 'tell-staff',
          text: said(
            'Tell staff, breathe slowly, and know that it passes',
            'Avisar al personal, respirar despacio y saber que se pasa',
          ),
        },
        { id: 'stand-up', text: said('Get up and walk out', 'Levantarme y salir') },
        {
          id: 'keep-quiet',
          text: said('Keep quiet so that nobody worries', 'Quedarme callado para no preocupar a nadie'),
        },
      ],
      right: 'tell-staff',
      explains: said(
        'Many people feel scared at some point. Tell staff right away. They are there for you. Breathe slowly. It passes. Please do not stand up alone, as you could fall.',
        'Muchas personas sienten miedo en algún momento. Avise de inmediato al personal, que está ahí para usted. Respire despacio. Se pasa. Por favor, no se levante solo, porque podría caerse.',
      ),
      safetyCritical: false,
      taughtIn: 'if-scared',
    },
  ],
}
